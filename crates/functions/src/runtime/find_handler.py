"""Looks for a handler in a module's text: prints `ok`, or what is wrong with it."""

import ast
import sys


def names(statements):
    """Names that the module's top level may define, also inside `if`, `try` and `with`."""
    for statement in statements:
        for node in ast.walk(statement):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                yield node.name
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                yield node.id
            elif isinstance(node, (ast.Import, ast.ImportFrom)):
                for alias in node.names:
                    yield alias.asname or alias.name


def main():
    path, wanted = sys.argv[1:]
    try:
        with open(path, "rb") as file:
            tree = ast.parse(file.read(), path)
    except (SyntaxError, ValueError) as error:
        print(f"cannot be parsed: {error}")
        return
    found = set(names(tree.body))
    print("ok" if wanted in found or "*" in found else f"has no function `{wanted}`")


main()
