# The motion of the outer planets: floats in objects' lists.
def energy(bodies):
    e = 0.0
    n = len(bodies)
    for i in range(n):
        b = bodies[i]
        e += 0.5 * b[6] * (b[3] * b[3] + b[4] * b[4] + b[5] * b[5])
        for j in range(i + 1, n):
            c = bodies[j]
            dx = b[0] - c[0]
            dy = b[1] - c[1]
            dz = b[2] - c[2]
            e -= b[6] * c[6] / (dx * dx + dy * dy + dz * dz) ** 0.5
    return e


def advance(bodies, pairs, dt, steps):
    for _ in range(steps):
        for b, c in pairs:
            dx = b[0] - c[0]
            dy = b[1] - c[1]
            dz = b[2] - c[2]
            d = dx * dx + dy * dy + dz * dz
            mag = dt / (d * d ** 0.5)
            mb = b[6] * mag
            mc = c[6] * mag
            b[3] -= dx * mc
            b[4] -= dy * mc
            b[5] -= dz * mc
            c[3] += dx * mb
            c[4] += dy * mb
            c[5] += dz * mb
        for b in bodies:
            b[0] += dt * b[3]
            b[1] += dt * b[4]
            b[2] += dt * b[5]


def main():
    sun = 4 * 3.141592653589793 * 3.141592653589793
    day = 365.24
    bodies = [
        [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, sun],
        [4.84143144246472090, -1.16032004402742839, -0.103622044471123109, 0.00166007664274403694 * day, 0.00769901118419740425 * day, -0.0000690460016972063023 * day, 0.000954791938424326609 * sun],
        [8.34336671824457987, 4.12479856412430479, -0.403523417114321381, -0.00276742510726411380 * day, 0.00499852801234917238 * day, 0.0000230417297573763929 * day, 0.000285885980666130812 * sun],
        [12.8943695621391310, -15.1111514016986312, -0.223307578892655734, 0.00296460137564761618 * day, 0.00237847173959480950 * day, -0.0000296589568540237556 * day, 0.0000436624404335156298 * sun],
        [15.3796971148509165, -25.9193146099879641, 0.179258772950371181, 0.00268067772490389322 * day, 0.00162824170038242295 * day, -0.0000951592254519715870 * day, 0.0000515138902046611451 * sun],
    ]
    px = py = pz = 0.0
    for b in bodies:
        px += b[3] * b[6]
        py += b[4] * b[6]
        pz += b[5] * b[6]
    bodies[0][3] = -px / sun
    bodies[0][4] = -py / sun
    bodies[0][5] = -pz / sun
    pairs = []
    for i in range(len(bodies)):
        for j in range(i + 1, len(bodies)):
            pairs.append((bodies[i], bodies[j]))
    first = energy(bodies)
    advance(bodies, pairs, 0.01, 200000)
    print("%.8f %.8f" % (first, energy(bodies)))


main()
