"""Every constraint of every Kinesis operation, violated once, in both protocols.

The constraints are read from the vendored service model. Each request is whole and legal but for
one value, so the answer must name that value and nothing else, in AWS's words.

Does not: test what a service checks beyond its model.
"""

import base64
import copy
import json
import re
import struct
from pathlib import Path

import pytest

from harness import http

MODEL = json.loads(
    (Path(__file__).parents[2] / "xtask" / "models" / "kinesis.json").read_text()
)
SHAPES = MODEL["shapes"]
TARGET = MODEL["metadata"]["targetPrefix"]
ECHO_CHARS_MAX = 4096

# Queues, channels and the distribution of records are not served yet, and say so.
UNSERVED = {
    "AcknowledgeDeadLetterQueueRecords",
    "AcknowledgeQueueRecords",
    "CreateChannel",
    "CreateQueue",
    "DeleteChannel",
    "DeleteQueue",
    "DescribeChannel",
    "DescribeQueue",
    "ListChannels",
    "ListQueues",
    "ReceiveDeadLetterQueueRecords",
    "ReceiveQueueRecords",
    "RestoreDeadLetterQueueRecords",
    "UpdateChannel",
    "UpdateDeadLetterQueueRecordsVisibility",
    "UpdateQueue",
    "UpdateQueueRecordsVisibility",
}

ACCOUNT_ARN = "arn:aws:kinesis:us-east-1:000000000000"
# Legal values of the shapes whose patterns are more than a set of letters.
SAMPLES = {
    "BucketARN": "arn:aws:s3:::bucket",
    "ChannelARN": f"{ACCOUNT_ARN}:channel/c",
    "ConsumerARN": f"{ACCOUNT_ARN}:stream/nobody/consumer/c:1",
    "GSRSchemaARN": "arn:aws:glue:us-east-1:000000000000:schema/r/s",
    "QueueARN": f"{ACCOUNT_ARN}:queue/q",
    "ResourceARN": f"{ACCOUNT_ARN}:stream/nobody",
    "RoleARN": "arn:aws:iam::000000000000:role/r",
    "StreamARN": f"{ACCOUNT_ARN}:stream/nobody",
    "StreamId": "abcdefghij0123456789-abc",
    "TableBucketARN": "arn:aws:s3tables:us-east-1:000000000000:bucket/tables",
}
LETTERS = ["a", "0", "1"]
# One of these is outside of any pattern.
STRANGERS = ["~ ~", " ", "\u00e9", "*:", "*:*:*:*:*:*:", ""]


class Time(int):
    """Milliseconds since the epoch."""


def member_name(name):
    return name[0].lower() + name[1:]


def matches(shape, text):
    pattern = shape.get("pattern")
    return pattern is None or re.fullmatch(pattern, text, re.ASCII) is not None


def sample(name):
    """A legal value with every member there is."""
    shape = SHAPES[name]
    kind = shape["type"]
    if kind == "structure":
        members = shape.get("members", {}).items()
        return {member: sample(reference["shape"]) for member, reference in members}
    if kind == "list":
        return [sample(shape["member"]["shape"])]
    if kind == "map":
        return {sample(shape["key"]["shape"]): sample(shape["value"]["shape"])}
    if kind == "string":
        return sample_text(name, shape)
    if kind in ("integer", "long"):
        return int(shape.get("min", 1))
    return {"boolean": True, "blob": b"x", "timestamp": Time(1_440_938_160_123)}[kind]


def sample_text(name, shape):
    if "enum" in shape:
        return shape["enum"][0]
    length = max(int(shape.get("min", 1)), 1)
    candidates = [SAMPLES[name]] if name in SAMPLES else [letter * length for letter in LETTERS]
    return next(text for text in candidates if matches(shape, text))


def text_failures(shape, text):
    """What `text` does not satisfy, in the order in which AWS says so."""
    failures = []
    if not matches(shape, text):
        failures.append(f"Member must satisfy regular expression pattern: {shape['pattern']}")
    failures += length_failures(shape, len(text))
    if "enum" in shape and text not in shape["enum"]:
        failures.append(f"Member must satisfy enum value set: [{', '.join(shape['enum'])}]")
    return failures


def length_failures(shape, length):
    if length < shape.get("min", 0):
        yield f"Member must have length greater than or equal to {int(shape['min'])}"
    if length > shape.get("max", length):
        yield f"Member must have length less than or equal to {int(shape['max'])}"


def wrong_texts(shape):
    """Texts that violate one constraint each, as far as constraints can be told apart."""
    legal = next((letter for letter in LETTERS if matches(shape, letter)), "a")
    if "enum" in shape:
        yield "NONSENSE"
    if "pattern" in shape:
        fitting = [text for text in STRANGERS if len(text) >= shape.get("min", 0)]
        yield next(text for text in fitting + STRANGERS if not matches(shape, text))
    if shape.get("min", 0) > 0:
        yield legal * (int(shape["min"]) - 1)
    if "max" in shape:
        yield legal * (int(shape["max"]) + 1)


def echo(text):
    return f"{text[:ECHO_CHARS_MAX]}..." if len(text) > ECHO_CHARS_MAX else text


def violations(name, path=()):
    """Pairs of a change to a request and the failures it must be answered with.

    A change is a path of members and elements with the value to put there; `None` removes it. A
    failure is the offending value, its path in the message, and the constraint.
    """
    shape = SHAPES[name]
    kind = shape["type"]
    said = spoken(path)
    if kind == "structure":
        for member, reference in shape.get("members", {}).items():
            inner = (*path, member)
            if member in shape.get("required", []):
                yield inner, None, [("null", spoken(inner), "Member must not be null")]
            yield from violations(reference["shape"], inner)
    elif kind == "string":
        for text in wrong_texts(shape):
            failures = text_failures(shape, text)
            yield path, text, [(f"'{echo(text)}'", said, failure) for failure in failures]
    elif kind in ("integer", "long"):
        for bound, side, value in bounds(shape):
            text = f"Member must have value {side} than or equal to {bound}"
            yield path, value, [(f"'{value}'", said, text)]
    elif kind == "blob" and "max" in shape:
        length = int(shape["max"]) + 1
        shown = f"'java.nio.HeapByteBuffer[pos=0 lim={length} cap={length}]'"
        failures = length_failures(shape, length)
        yield path, b"x" * length, [(shown, said, failure) for failure in failures]
    elif kind in ("list", "map"):
        yield from collection_violations(shape, path)


def bounds(shape):
    if "min" in shape:
        yield int(shape["min"]), "greater", int(shape["min"]) - 1
    if "max" in shape:
        yield int(shape["max"]), "less", int(shape["max"]) + 1


def collection_violations(shape, path):
    is_list = shape["type"] == "list"
    brackets = "[]" if is_list else "{}"
    for _, _, length in bounds(shape):
        if length < 0:
            continue
        if is_list:
            value = [sample(shape["member"]["shape"])] * length
        else:
            value = {str(number): "x" for number in range(length)}
        content = f"{length} members" if length else ""
        shown = f"'{brackets[0]}{content}{brackets[1]}'"
        failures = length_failures(shape, length)
        yield path, value, [(shown, spoken(path), failure) for failure in failures]
    for side, words in [
        ("member", "Member must satisfy constraint"),
        ("key", "Map keys must satisfy constraint"),
        ("value", "Map value must satisfy constraint"),
    ]:
        if side not in shape:
            continue
        part = shape[side]["shape"]
        if SHAPES[part]["type"] != "string":
            yield from violations(part, (*path, 0))
            continue
        for text in wrong_texts(SHAPES[part]):
            value = {"member": [text], "key": {text: "x"}, "value": {"x": text}}[side]
            failures = ", ".join(text_failures(SHAPES[part], text))
            shown = echo(f"[{text}]")
            yield path, value, [(f"'{shown}'", spoken(path), f"{words}: [{failures}]")]


def spoken(path):
    parts = [f"{part + 1}.member" if part == 0 else member_name(part) for part in path]
    return ".".join(parts)


def changed(request, path, value):
    request = copy.deepcopy(request)
    inner = request
    for part in path[:-1]:
        inner = inner[part]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return request


def message(failures):
    plural = "" if len(failures) == 1 else "s"
    said = [
        f"Value {value} at '{path}' failed to satisfy constraint: {text}"
        for value, path, text in failures
    ]
    return f"{len(failures)} validation error{plural} detected: {'; '.join(said)}"


def json_form(value):
    return base64.b64encode(value).decode() if isinstance(value, bytes) else value


def to_json(value):
    if isinstance(value, dict):
        return {name: to_json(member) for name, member in value.items()}
    if isinstance(value, list):
        return [to_json(member) for member in value]
    return value / 1000 if isinstance(value, Time) else json_form(value)


def to_cbor(value):
    """As the Java SDK writes it: maps and arrays of indefinite length."""

    def head(major, number):
        for code, (limit, form) in enumerate(
            [(1 << 8, ">BB"), (1 << 16, ">BH"), (1 << 32, ">BI"), (1 << 64, ">BQ")]
        ):
            if number < 24:
                return bytes([major << 5 | number])
            if number < limit:
                return struct.pack(form, major << 5 | 24 + code, number)
        raise ValueError(number)

    if isinstance(value, dict):
        pairs = [to_cbor(name) + to_cbor(member) for name, member in value.items()]
        return b"\xbf" + b"".join(pairs) + b"\xff"
    if isinstance(value, list):
        return b"\x9f" + b"".join(map(to_cbor, value)) + b"\xff"
    if isinstance(value, bytes):
        return head(2, len(value)) + value
    if isinstance(value, str):
        return head(3, len(value.encode())) + value.encode()
    if isinstance(value, bool):
        return b"\xf5" if value else b"\xf4"
    if isinstance(value, Time):
        return b"\xc1" + head(0, value)
    return head(0, value) if value >= 0 else head(1, -1 - value)


def from_cbor(body):
    """A map of texts in definite lengths, which is what an error is."""

    def head(at):
        short = body[at] & 31
        if short < 24:
            return short, at + 1
        size = 1 << (short - 24)
        return int.from_bytes(body[at + 1 : at + 1 + size]), at + 1 + size

    count, at = head(0)
    assert body[0] >> 5 == 5
    texts = []
    for _ in range(2 * count):
        length, at = head(at)
        texts.append(body[at : at + length].decode())
        at += length
    return dict(zip(texts[::2], texts[1::2]))


FORMS = {
    "application/x-amz-json-1.1": (lambda value: json.dumps(to_json(value)).encode(), json.loads),
    "application/x-amz-cbor-1.1": (to_cbor, from_cbor),
}


def call(endpoint, operation, content_type, request):
    write, read = FORMS[content_type]
    headers = {"X-Amz-Target": f"{TARGET}.{operation}", "Content-Type": content_type}
    status, answer = http("POST", endpoint, write(request), headers)
    return status, read(answer)


def test_every_operation_has_something_to_violate():
    bare = [
        name
        for name, operation in MODEL["operations"].items()
        if not list(violations(operation["input"]["shape"]))
    ]
    assert bare == ["DescribeAccountSettings", "DescribeLimits"]


@pytest.mark.parametrize("content_type", FORMS)
@pytest.mark.parametrize("operation", MODEL["operations"])
def test_each_violated_constraint_is_answered_in_the_models_words(
    endpoint, operation, content_type
):
    name = MODEL["operations"][operation]["input"]["shape"]
    legal = sample(name)
    if operation in UNSERVED:
        status, answer = call(endpoint, operation, content_type, legal)
        assert (status, answer["__type"]) == (400, "UnsupportedOperationException"), answer
        return
    for path, value, failures in violations(name):
        request = changed(legal, path, value)
        status, answer = call(endpoint, operation, content_type, request)
        at = (operation, path, None if value is None else str(value)[:80])
        assert status == 400, (at, answer)
        assert answer["__type"] == "ValidationException", (at, answer)
        assert answer["message"] == message(failures), at
