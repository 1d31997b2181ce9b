import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A sum over a binary search tree of weights, with generics, visitors and a comparator. */
public class Tree {
    static final class Node<T extends Comparable<T>> {
        final T value;
        Node<T> left, right;

        Node(T value) {
            this.value = value;
        }

        void insert(T other) {
            if (other.compareTo(value) < 0) {
                if (left == null) left = new Node<>(other);
                else left.insert(other);
            } else {
                if (right == null) right = new Node<>(other);
                else right.insert(other);
            }
        }

        <R> R fold(Folder<T, R> folder) {
            return folder.fold(
                    value,
                    left == null ? folder.zero() : left.fold(folder),
                    right == null ? folder.zero() : right.fold(folder));
        }
    }

    interface Folder<T, R> {
        R zero();

        R fold(T value, R left, R right);
    }

    record Item(int id, double weight) {}

    public static double pathSum(double[] weights) {
        Node<Double> root = new Node<>(weights[0]);
        for (int i = 1; i < weights.length; i++) root.insert(weights[i]);
        double sum = root.fold(new Folder<Double, Double>() {
            public Double zero() {
                return 1.0;
            }

            public Double fold(Double value, Double left, Double right) {
                return value * (left + 0.5 * right);
            }
        });
        List<Item> items = IntStream.range(0, weights.length)
                .mapToObj(i -> new Item(i, weights[i]))
                .sorted(Comparator.comparingDouble(Item::weight).reversed())
                .collect(Collectors.toList());
        double discount = 1;
        for (Item item : items) {
            sum += discount * item.weight() * (item.id() + 1);
            discount *= 0.9;
        }
        return sum;
    }
}
