import java.util.Optional;

/** Rays through a stack of spherical surfaces; a ray that misses one is dropped by an exception. */
public class Lens {
    abstract static class Surface {
        abstract double sag(double height);

        double slope(double height) {
            double h = 1e-3;
            return (sag(height + h) - sag(height - h)) / (2 * h);
        }
    }

    static class Sphere extends Surface {
        private final double curvature;

        Sphere(double curvature) {
            this.curvature = curvature;
        }

        @Override
        double sag(double height) {
            double under = 1 - Math.pow(curvature * height, 2);
            if (under < 0) {
                throw new IllegalArgumentException("the ray misses the surface at height " + height);
            }
            return curvature * height * height / (1 + Math.sqrt(under));
        }
    }

    static Optional<Double> focus(double height, Surface... surfaces) {
        double angle = 0, y = height;
        double index = 1.5;
        try {
            for (Surface s : surfaces) {
                double normal = Math.atan(s.slope(y));
                double in = angle + normal;
                double out = Math.asin(Math.sin(in) / index);
                angle = out - normal;
                y += angle * (0.1 + s.sag(y));
                index = 1 / index;
            }
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return Optional.of(y / -angle);
    }

    public static double spot(double front, double back) {
        double sum = 0;
        for (int i = 1; i <= 5; i++) {
            Optional<Double> focus = focus(0.3 * i, new Sphere(front), new Sphere(-back));
            if (focus.isPresent()) {
                sum += Math.pow(focus.get() - 1, 2);
            }
        }
        return sum;
    }

    static double[] point(int n) {
        return new double[] {0.31, 0.17};
    }
}
