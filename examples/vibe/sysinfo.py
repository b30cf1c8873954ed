# What the computer is and how long it has been on.
import vibe

vibe.clear()
vibe.set_color(vibe.CYAN, vibe.BLACK)
vibe.puts("=== VibeOS System Info ===\n\n")
vibe.set_color(vibe.WHITE, vibe.BLACK)
width, height = vibe.screen_size()
vibe.puts("Screen: " + str(width) + "x" + str(height) + " pixels\n")
used, free = vibe.mem_used() // 1024, vibe.mem_free() // 1024
vibe.puts("Memory: " + str(used) + " KB used, " + str(free) + " KB free\n")
seconds = vibe.uptime_ms() // 1000
hours, minutes = seconds // 3600, seconds // 60 % 60
vibe.puts("Uptime: " + str(hours) + "h " + str(minutes) + "m " + str(seconds % 60) + "s\n\n")
vibe.set_color(vibe.GREEN, vibe.BLACK)
vibe.puts("Python is running on bare metal!\n")
vibe.set_color(vibe.WHITE, vibe.BLACK)
vibe.puts("\nPress any key to exit...\n")
while not vibe.has_key():
    vibe.sched_yield()
vibe.getc()
