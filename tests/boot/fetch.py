# Fetches a page: kind, address, port, name.
import sys
import vibe

kind, host, port, name = sys.argv[1:5]
address = vibe.dns_resolve(host)
request = f"GET /page.txt HTTP/1.0\r\nHost: {name}\r\n\r\n"
if kind == "tcp":
    sock = vibe.tcp_connect(address, int(port))
    send, recv, close = vibe.tcp_send, vibe.tcp_recv, vibe.tcp_close
else:
    sock = vibe.tls_connect(address, int(port), name)
    send, recv, close = vibe.tls_send, vibe.tls_recv, vibe.tls_close
if sock < 0:
    print("refused")
else:
    send(sock, request)
    page = b""
    for _ in range(3000):
        part = recv(sock, 4096)
        if part is None:
            break
        page += part
        if not part:
            vibe.sleep_ms(5)
    close(sock)
    head, _, body = page.partition(b"\r\n\r\n")
    print(head.split(b"\r\n")[0].decode().strip(), len(body), sum(body) % 65521)
