"""Runs a Python handler behind the Lambda Runtime API, with the standard library alone."""

import decimal
import http.client
import importlib
import json
import logging
import os
import sys
import threading
import time
import traceback

API = "/2018-06-01/runtime"


def exit_with_parent():
    """The server holds the other end of standard input: when it dies, so does this process."""
    lifeline = os.dup(0)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)

    def watch():
        try:
            while os.read(lifeline, 64):
                pass
        finally:
            os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


class Api:
    def __init__(self):
        host, port = os.environ["AWS_LAMBDA_RUNTIME_API"].rsplit(":", 1)
        self.connection = http.client.HTTPConnection(host, int(port))

    def call(self, method, path, body=None, headers=None):
        try:
            self.connection.request(method, API + path, body, headers or {})
            answer = self.connection.getresponse()
            return answer, answer.read()
        except (OSError, http.client.HTTPException):
            os._exit(1)  # The server is gone, or has given this process up.

    def next(self):
        answer, body = self.call("GET", "/invocation/next")
        if answer.status != 200:
            os._exit(1)
        return answer.headers, body

    def respond(self, request_id, body):
        headers = {"Content-Type": "application/json"}
        answer, text = self.call("POST", f"/invocation/{request_id}/response", body, headers)
        if answer.status == 413:
            message = text.decode("utf-8", "replace")
            self.fail(request_id, failure("Function.ResponseSizeTooLarge", message, []))

    def fail(self, request_id, error):
        self.post_error(f"/invocation/{request_id}/error", error)

    def fail_init(self, error):
        self.post_error("/init/error", error)

    def post_error(self, path, error):
        headers = {
            "Content-Type": "application/json",
            "Lambda-Runtime-Function-Error-Type": error["errorType"],
        }
        self.call("POST", path, json.dumps(error).encode(), headers)


def failure(kind, message, trace):
    return {"errorMessage": message, "errorType": kind, "requestId": "", "stackTrace": trace}


def failure_of(error):
    """The handler's own frames; this file's are left out."""
    frames = [f for f in traceback.extract_tb(error.__traceback__) if f.filename != __file__]
    return failure(type(error).__name__, str(error), traceback.format_list(frames))


def log_failure(error):
    trace = "".join(error["stackTrace"])
    print(f"[ERROR] {error['errorType']}: {error['errorMessage']}\nTraceback "
          f"(most recent call last):\n{trace}".rstrip(), file=sys.stderr, flush=True)


def load_handler(name):
    """Returns `(handler, None)` or `(None, error document)`."""
    module_name, dot, function_name = name.rpartition(".")
    if not dot:
        return None, failure("Runtime.MalformedHandlerName", f"Bad handler '{name}'", [])
    try:
        module = importlib.import_module(module_name.replace("/", "."))
    except ImportError as error:
        message = f"Unable to import module '{module_name}': {error}"
        return None, failure("Runtime.ImportModuleError", message, [])
    except SyntaxError as error:
        message = f"Syntax error in module '{module_name}': {error}"
        return None, failure("Runtime.UserCodeSyntaxError", message, [])
    except Exception as error:
        return None, failure_of(error)
    handler = getattr(module, function_name, None)
    if handler is None:
        message = f"Handler '{function_name}' missing on module '{module_name}'"
        return None, failure("Runtime.HandlerNotFound", message, [])
    return handler, None


class Context:
    """What AWS passes as a handler's second argument."""

    def __init__(self, headers):
        environ = os.environ
        self.aws_request_id = headers["Lambda-Runtime-Aws-Request-Id"]
        self.invoked_function_arn = headers["Lambda-Runtime-Invoked-Function-Arn"]
        self.function_name = environ["AWS_LAMBDA_FUNCTION_NAME"]
        self.function_version = environ["AWS_LAMBDA_FUNCTION_VERSION"]
        self.memory_limit_in_mb = environ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"]
        self.log_group_name = environ["AWS_LAMBDA_LOG_GROUP_NAME"]
        self.log_stream_name = environ["AWS_LAMBDA_LOG_STREAM_NAME"]
        self.identity = None
        self.client_context = None
        self._deadline_ms = int(headers["Lambda-Runtime-Deadline-Ms"])

    def get_remaining_time_in_millis(self):
        return max(0, self._deadline_ms - int(time.time() * 1000))


class RequestIdFilter(logging.Filter):
    request_id = ""

    def filter(self, record):
        record.aws_request_id = self.request_id
        return True


def set_up_logging():
    request_id = RequestIdFilter()
    handler = logging.StreamHandler(sys.stderr)
    layout = "[%(levelname)s]\t%(asctime)s.%(msecs)03dZ\t%(aws_request_id)s\t%(message)s"
    handler.setFormatter(logging.Formatter(layout, "%Y-%m-%dT%H:%M:%S"))
    handler.formatter.converter = time.gmtime
    handler.addFilter(request_id)
    logging.getLogger().addHandler(handler)
    return request_id


def encode(value):
    def other(item):
        if isinstance(item, decimal.Decimal):
            return float(item)
        raise TypeError(f"Object of type {type(item).__name__} is not JSON serializable")

    return json.dumps(value, ensure_ascii=False, default=other).encode()


def end_output(request_id):
    """Tells the log reader that everything of this invocation has been written."""
    sys.stdout.flush()
    sys.stderr.flush()
    os.write(1, f"\x1eend {request_id}\n".encode())


def run_one(api, handler, request_id_filter):
    headers, body = api.next()
    context = Context(headers)
    request_id_filter.request_id = context.aws_request_id
    os.environ["_X_AMZN_TRACE_ID"] = headers.get("Lambda-Runtime-Trace-Id", "")
    answer, error = None, None
    try:
        result = handler(json.loads(body), context)
    except Exception as raised:
        error = failure_of(raised)
    else:
        try:
            answer = encode(result)
        except (TypeError, ValueError) as raised:
            message = f"Unable to marshal response: {raised}"
            error = failure("Runtime.MarshalError", message, [])
    if error is not None:
        error["requestId"] = context.aws_request_id
        log_failure(error)
    end_output(context.aws_request_id)
    if error is None:
        api.respond(context.aws_request_id, answer)
    else:
        api.fail(context.aws_request_id, error)


def main():
    exit_with_parent()
    sys.path[0] = os.environ["LAMBDA_TASK_ROOT"]
    request_id_filter = set_up_logging()
    api = Api()
    handler, error = load_handler(os.environ["_HANDLER"])
    if error is not None:
        log_failure(error)
        api.fail_init(error)
        sys.exit(1)
    while True:
        run_one(api, handler, request_id_filter)


main()
