/** The place of a robot arm's hand: joint angles in, two coordinates and the direction out. */
public class RobotArm {
    public static double[] hand(double[] joints) {
        double x = 0, y = 0, direction = 0, length = 1;
        for (double joint : joints) {
            direction += joint;
            x += length * Math.cos(direction);
            y += length * Math.sin(direction);
            length *= 0.8;
        }
        return new double[] {x, y, direction};
    }
}
