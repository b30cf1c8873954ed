-- Closures: captured variables read and written, functions made in loops, callbacks.
local function counter(step)
  local n = 0
  return function()
    n = n + step
    return n
  end
end

local function adder(k)
  return function(x) return x + k end
end

local function compose(f, g)
  return function(x) return f(g(x)) end
end

local function apply(f, n)
  local x = 0
  for _ = 1, n do x = f(x) end
  return x
end

local tick = counter(3)
local total = 0
for _ = 1, 5000000 do total = total + (tick() & 7) end
local chain = compose(adder(1), compose(adder(2), adder(3)))
total = total + apply(chain, 1500000)
for i = 0, 2000000 - 1 do total = total + (adder(i)(1) & 15) end
print(total)
