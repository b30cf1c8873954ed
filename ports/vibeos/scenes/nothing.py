# What a computer answers that has next to nothing.
import vibe

print(vibe.window_create(0, 0, 100, 100, "t"), vibe.window_size(1), vibe.window_poll(1), vibe.window_destroy(1))
print(vibe.mouse_buttons(), vibe.has_key(), vibe.getc(), vibe.get_ip(), vibe.dns_resolve("host"), vibe.ping(1))
print(vibe.tcp_connect(1, 2), vibe.tcp_send(0, b""), vibe.tcp_recv(0, 1), vibe.tls_connect(1, 2, "h"))
print(vibe.create("/x"), vibe.mkdir("/x"), vibe.delete("/x"), vibe.rename("/x", "y"), vibe.chdir("/"))
print(vibe.exec("/bin/tool"), vibe.spawn("/bin/tool"), vibe.kill(5), vibe.ttf_get_glyph(65, 16, 0), vibe.ttf_get_advance(65, 16))
print(vibe.sound_play_pcm(bytes(8), 1, 8000), vibe.sound_is_playing(), vibe.klog_read(), vibe.led_status(), vibe.usb_devices())
print(vibe.mem_free(), vibe.mem_used(), vibe.ram_total(), vibe.disk_total(), vibe.dma_available(), vibe.timestamp())
print(vibe.put_pixel(1, 1, 1), vibe.clear(), vibe.set_color(1, 2), vibe.puts("seen\n"), vibe.uart_puts("unseen"))
