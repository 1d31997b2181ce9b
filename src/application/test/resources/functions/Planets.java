import java.util.ArrayList;
import java.util.List;

/** The energy of bodies after some steps of leapfrog. Four numbers a body: place and speed in the plane. */
public class Planets {
    static final double G = 1.0;

    record Vec(double x, double y) {
        Vec plus(Vec o) {
            return new Vec(x + o.x, y + o.y);
        }

        Vec minus(Vec o) {
            return new Vec(x - o.x, y - o.y);
        }

        Vec times(double s) {
            return new Vec(x * s, y * s);
        }

        double norm() {
            return Math.sqrt(x * x + y * y);
        }
    }

    static class Body {
        Vec place;
        Vec speed;
        final double mass;

        Body(Vec place, Vec speed, double mass) {
            this.place = place;
            this.speed = speed;
            this.mass = mass;
        }
    }

    static double energy(double[] state) {
        List<Body> bodies = new ArrayList<>();
        for (int i = 0; i + 3 < state.length; i += 4) {
            bodies.add(new Body(new Vec(state[i] + 3 * i, state[i + 1]), new Vec(state[i + 2], state[i + 3]), 1 + i));
        }
        double dt = 0.01;
        for (int step = 0; step < 10; step++) {
            for (Body b : bodies) {
                b.place = b.place.plus(b.speed.times(dt));
            }
            for (Body b : bodies) {
                Vec pull = new Vec(0, 0);
                for (Body other : bodies) {
                    if (other != b) {
                        Vec d = other.place.minus(b.place);
                        double r = Math.max(d.norm(), 1e-3);
                        pull = pull.plus(d.times(G * other.mass / (r * r * r)));
                    }
                }
                b.speed = b.speed.plus(pull.times(dt));
            }
        }
        double total = 0;
        for (Body b : bodies) {
            total += b.mass * Math.pow(b.speed.norm(), 2) / 2;
            for (Body other : bodies) {
                if (other != b) {
                    total -=
                            G * b.mass * other.mass / b.place.minus(other.place).norm() / 2;
                }
            }
        }
        return total;
    }
}
