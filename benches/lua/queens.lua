-- All solutions for one to twelve queens with tables of flags.
local function place(row, n, cols, up, down)
  if row == n then return 1 end
  local found = 0
  for c = 0, n - 1 do
    if cols[c] and up[row + c] and down[row - c + n] then
      cols[c], up[row + c], down[row - c + n] = false, false, false
      found = found + place(row + 1, n, cols, up, down)
      cols[c], up[row + c], down[row - c + n] = true, true, true
    end
  end
  return found
end

local function flags(n)
  local t = {}
  for i = 0, n - 1 do t[i] = true end
  return t
end

local total = 0
for n = 1, 12 do
  total = total * 3 + place(0, n, flags(n), flags(2 * n), flags(2 * n + 1))
end
print(total)
