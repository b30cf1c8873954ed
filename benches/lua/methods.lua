-- Method calls: own class, inherited, overridden with a call to the parent, through a list of objects.
local Counter = {}
Counter.__index = Counter

function Counter.new(class, step)
  return setmetatable({ step = step, count = 0 }, class)
end

function Counter:tick() self.count = self.count + self.step end

function Counter:value() return self.count end

function Counter:add(a, b) return a + b + self.step end

local Double = setmetatable({}, { __index = Counter })
Double.__index = Double

function Double:tick()
  Counter.tick(self)
  self.count = self.count + 1
end

local Plain = setmetatable({}, { __index = Counter })
Plain.__index = Plain

local things = { Counter.new(Counter, 1), Counter.new(Double, 2), Counter.new(Plain, 3) }
local total = 0
for i = 0, 1800000 - 1 do
  for _, t in ipairs(things) do t:tick() end
  total = (total + things[1]:add(i, 2) + things[3]:value()) & 0xFFFFFFF
end
print(string.format("%d [%d, %d, %d]", total, things[1]:value(), things[2]:value(), things[3]:value()))
