-- Integer arithmetic on locals: while and for loops, division, shifts, masks.
local total = 0
local i = 0
while i < 6000000 do
  total = (total + i * 3) & 0xFFFFFF
  i = i + 1
end
local x = 1
for k = 0, 3000000 - 1 do
  x = x ~ ((x << 3) & 0xFFFF)
  x = x ~ (x >> 5)
  if x % 7 == 0 then x = x + k end
  total = (total + x // 3) & 0xFFFFFFF
end
print(total)
