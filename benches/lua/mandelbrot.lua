-- The set as counts over a grid, with plain floats.
local width, height, limit = 640, 400, 120
local inside, total = 0, 0
for row = 0, height - 1 do
  local ci = row * 2.4 / height - 1.2
  for col = 0, width - 1 do
    local cr = col * 3.2 / width - 2.2
    local zr, zi, n = 0.0, 0.0, 0
    while n < limit do
      local r2 = zr * zr
      local i2 = zi * zi
      if r2 + i2 > 4.0 then break end
      zi = 2.0 * zr * zi + ci
      zr = r2 - i2 + cr
      n = n + 1
    end
    if n == limit then inside = inside + 1 end
    total = total + n
  end
end
print(string.format("%d %d", inside, total))
