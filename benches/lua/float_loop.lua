-- Float arithmetic on locals: a logistic map, a series and a polynomial.
local x = 0.5
local total = 0.0
local i = 0
while i < 6000000 do
  x = 3.75 * x * (1.0 - x)
  total = total + x
  i = i + 1
end
local series = 0.0
local sign = 1.0
for k = 0, 4000000 - 1 do
  series = series + sign / (2 * k + 1)
  sign = -sign
end
local poly = 0.0
for k = 0, 3000000 - 1 do
  local t = k * 1e-6
  poly = poly + ((t * 0.5 - 1.25) * t + 2.0) * t - 0.75
end
print(string.format("%.9f %.9f %.6f", total, series * 4, poly))
