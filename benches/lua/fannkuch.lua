-- Pancake flips over all permutations of nine.
local function fannkuch(n)
  local perm1, count = {}, {}
  for i = 0, n - 1 do
    perm1[i] = i
    count[i] = 0
  end
  local checksum, most, r, even = 0, 0, n, true
  while true do
    while r ~= 1 do
      count[r - 1] = r
      r = r - 1
    end
    if perm1[0] ~= 0 then
      local perm = {}
      for i = 0, n - 1 do perm[i] = perm1[i] end
      local flips = 0
      local k = perm[0]
      while k ~= 0 do
        local i, j = 0, k
        while i < j do
          local t = perm[i]
          perm[i] = perm[j]
          perm[j] = t
          i = i + 1
          j = j - 1
        end
        flips = flips + 1
        k = perm[0]
      end
      if flips > most then most = flips end
      if even then checksum = checksum + flips else checksum = checksum - flips end
    end
    while true do
      if r == n then return checksum, most end
      local first = perm1[0]
      local i = 0
      while i < r do
        perm1[i] = perm1[i + 1]
        i = i + 1
      end
      perm1[r] = first
      count[r] = count[r] - 1
      if count[r] > 0 then break end
      r = r + 1
    end
    even = not even
  end
end

local a, most = fannkuch(9)
local b = fannkuch(9)
print(string.format("%d %d %d", a, most, a + b))
