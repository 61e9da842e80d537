"""A stand-in for a language model: a server on this machine that can misbehave in every way."""

import json
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


def coded(text: str) -> str:
    """What a good model answers."""
    found = [
        code
        for code, words in (("law", ("court", "judge")), ("money", ("cost", "pay")))
        if any(word in text for word in words)
    ]
    return json.dumps({"codes": found})


def reply(content, **more) -> bytes:
    usage = {"prompt_tokens": 100, "completion_tokens": 10}
    return json.dumps({"choices": [{"message": {"content": content}}], "usage": usage} | more).encode()


@contextmanager
def server(behave):
    """A server whose answer `behave(number, text)` gives: bytes, a status with bytes and headers, or none."""
    seen = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self):
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            seen.append((self.path, self.headers.get("Authorization"), body))
            found = behave(len(seen), json.loads(body["messages"][1]["content"])["text"])
            if found is None:
                self.close_connection = True
                return
            status, data, headers = found if isinstance(found, tuple) else (200, found, {})
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            try:
                self.wfile.write(data)
            except OSError:
                self.close_connection = True

        def log_message(self, *_args):
            pass

    running = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    running.daemon_threads = True
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{running.server_port}/v1", seen
    finally:
        running.shutdown()
        running.server_close()
        thread.join()


def good(_number, text):
    return reply(coded(text))
