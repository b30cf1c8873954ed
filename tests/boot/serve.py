"""A page over TCP and over TLS 1.3, for the guest: CERTIFICATE KEY. Says the two ports."""

import http.server
import ssl
import sys
import threading

BODY = bytes(n * 7 % 256 for n in range(100_000))


class Page(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY)

    def log_message(self, *words):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        pass


plain = Server(("127.0.0.1", 0), Page)
secure = Server(("127.0.0.1", 0), Page)
context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.minimum_version = ssl.TLSVersion.TLSv1_3
context.load_cert_chain(sys.argv[1], sys.argv[2])
secure.socket = context.wrap_socket(secure.socket, server_side=True, do_handshake_on_connect=False)
print(plain.server_port, secure.server_port, sum(BODY) % 65521, flush=True)
threading.Thread(target=plain.serve_forever, daemon=True).start()
secure.serve_forever()
