-- Plain function calls: recursive fib and small leaf functions.
local function fib(n)
  if n < 2 then return n end
  return fib(n - 1) + fib(n - 2)
end

local function add3(a, b, c) return a + b + c end

local function none() end

local total = fib(30)
for i = 0, 7000000 - 1 do
  none()
  total = add3(total, i, 1) & 0xFFFFFF
end
print(total)
