import java.util.function.DoubleUnaryOperator;

/** A driven pendulum by Runge and Kutta; the torque is a field of the object that is solved. */
public class Pendulum {
    private final DoubleUnaryOperator torque;
    private final double damping;
    private double angle;
    private double speed;
    private double time;

    public Pendulum(DoubleUnaryOperator torque, double damping, double angle) {
        this.torque = torque;
        this.damping = damping;
        this.angle = angle;
    }

    private double[] slope(double t, double a, double s) {
        return new double[] {s, torque.applyAsDouble(t) - damping * s - Math.sin(a)};
    }

    void step(double h) {
        double[] k1 = slope(time, angle, speed);
        double[] k2 = slope(time + h / 2, angle + h / 2 * k1[0], speed + h / 2 * k1[1]);
        double[] k3 = slope(time + h / 2, angle + h / 2 * k2[0], speed + h / 2 * k2[1]);
        double[] k4 = slope(time + h, angle + h * k3[0], speed + h * k3[1]);
        angle += h / 6 * (k1[0] + 2 * k2[0] + 2 * k3[0] + k4[0]);
        speed += h / 6 * (k1[1] + 2 * k2[1] + 2 * k3[1] + k4[1]);
        time += h;
    }

    public static double finalEnergy(double amplitude, double frequency, double damping, double start) {
        Pendulum p = new Pendulum(t -> amplitude * Math.cos(frequency * t), damping, start);
        for (int i = 0; i < 20; i++) {
            p.step(0.05);
        }
        return p.speed * p.speed / 2 + 1 - Math.cos(p.angle);
    }
}
