package dev.gradgap.workload.program;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** A whole number computed from the counters of the loops around it. */
public sealed interface Index {

    /** The names of the counters, by their number. */
    List<String> COUNTERS = List.of("i", "j", "k", "l");

    /**
     * The number while the loops are at some iteration.
     *
     * @param counters of the loops, by their number
     */
    int at(int[] counters);

    /** The least number while the counters are in some ranges. */
    int least(Ranges ranges);

    /** The largest number while the counters are in some ranges. */
    int largest(Ranges ranges);

    /** Whether it is the same number everywhere. */
    default boolean isConstant() {
        return false;
    }

    /** The affine part: the whole of it, what a remainder or a table is taken of, or the second factor. */
    Affine affine();

    /** The same with another affine part. */
    Index with(Affine affine);

    /** The same with all its affine parts changed. */
    default Index map(UnaryOperator<Affine> change) {
        return with(change.apply(affine()));
    }

    /** Java for it. */
    String code();

    /** {@code offset + i * c0 + j * c1 + k * c2 + l * c3} of the counters c0 to c3. */
    public record Affine(int offset, int i, int j, int k, int l) implements Index {

        /** The same number everywhere. */
        public static Affine of(int offset) {
            return new Affine(offset, 0, 0, 0, 0);
        }

        /** A counter times a stride, plus an offset. */
        public static Affine of(int counter, int stride, int offset) {
            return of(offset).withStride(counter, stride);
        }

        /** What one more of a counter adds. */
        public int stride(int counter) {
            return switch (counter) {
                case 0 -> i;
                case 1 -> j;
                case 2 -> k;
                default -> l;
            };
        }

        public Affine withStride(int counter, int stride) {
            return switch (counter) {
                case 0 -> new Affine(offset, stride, j, k, l);
                case 1 -> new Affine(offset, i, stride, k, l);
                case 2 -> new Affine(offset, i, j, stride, l);
                default -> new Affine(offset, i, j, k, stride);
            };
        }

        public Affine withOffset(int newOffset) {
            return new Affine(newOffset, i, j, k, l);
        }

        public Affine plus(int more) {
            return withOffset(offset + more);
        }

        /** The number where a counter has a value. */
        public Affine where(int counter, int value) {
            return withStride(counter, 0).plus(stride(counter) * value);
        }

        /** A counter replaced by another index. */
        public Affine replace(int counter, Affine by) {
            int stride = stride(counter);
            Affine rest = withStride(counter, 0);
            return new Affine(
                    rest.offset + stride * by.offset,
                    rest.i + stride * by.i,
                    rest.j + stride * by.j,
                    rest.k + stride * by.k,
                    rest.l + stride * by.l);
        }

        @Override
        public boolean isConstant() {
            return i == 0 && j == 0 && k == 0 && l == 0;
        }

        @Override
        public int at(int[] counters) {
            return offset + i * counters[0] + j * counters[1] + k * counters[2] + l * counters[3];
        }

        @Override
        public int least(Ranges ranges) {
            int least = offset;
            for (int counter = 0; counter < COUNTERS.size(); counter++) {
                least += Math.min(stride(counter) * ranges.least(counter), stride(counter) * ranges.largest(counter));
            }
            return least;
        }

        @Override
        public int largest(Ranges ranges) {
            int largest = offset;
            for (int counter = 0; counter < COUNTERS.size(); counter++) {
                largest += Math.max(stride(counter) * ranges.least(counter), stride(counter) * ranges.largest(counter));
            }
            return largest;
        }

        @Override
        public Affine affine() {
            return this;
        }

        @Override
        public Affine with(Affine affine) {
            return affine;
        }

        @Override
        public String code() {
            StringBuilder code = new StringBuilder();
            boolean rising = i > 0 || j > 0 || k > 0 || l > 0;
            boolean offsetFirst = isConstant() || (offset != 0 && !rising);
            if (offsetFirst) {
                code.append(offset);
            }
            terms(code, 1);
            terms(code, -1);
            if (offset != 0 && !offsetFirst) {
                code.append(offset < 0 ? " - " : " + ").append(Math.abs(offset));
            }
            return code.toString();
        }

        /** Appends the terms whose stride has a sign. */
        private void terms(StringBuilder code, int sign) {
            for (int counter = 0; counter < COUNTERS.size(); counter++) {
                int stride = stride(counter);
                if (stride * sign > 0) {
                    if (code.isEmpty()) {
                        code.append(sign < 0 ? "-" : "");
                    } else {
                        code.append(sign < 0 ? " - " : " + ");
                    }
                    code.append(Math.abs(stride) == 1 ? "" : Math.abs(stride) + " * ");
                    code.append(COUNTERS.get(counter));
                }
            }
        }
    }

    /** The remainder of a number, from 0 to the modulus - 1. */
    public record Modular(Affine affine, int modulus) implements Index {

        @Override
        public int at(int[] counters) {
            return Math.floorMod(affine.at(counters), modulus);
        }

        @Override
        public int least(Ranges ranges) {
            return 0;
        }

        @Override
        public int largest(Ranges ranges) {
            return modulus - 1;
        }

        @Override
        public Modular with(Affine newAffine) {
            return new Modular(newAffine, modulus);
        }

        @Override
        public String code() {
            return "Math.floorMod(" + affine.code() + ", " + modulus + ")";
        }
    }

    /** An element of a table of constants, at a number modulo its length. */
    public record Lookup(List<Integer> table, Affine affine) implements Index {

        public Lookup {
            table = List.copyOf(table);
        }

        @Override
        public int at(int[] counters) {
            return table.get(Math.floorMod(affine.at(counters), table.size()));
        }

        @Override
        public int least(Ranges ranges) {
            return table.stream().mapToInt(Integer::intValue).min().orElseThrow();
        }

        @Override
        public int largest(Ranges ranges) {
            return table.stream().mapToInt(Integer::intValue).max().orElseThrow();
        }

        @Override
        public Lookup with(Affine newAffine) {
            return new Lookup(table, newAffine);
        }

        @Override
        public String code() {
            String elements = table.toString();
            return "new int[] {" + elements.substring(1, elements.length() - 1) + "}[Math.floorMod(" + affine.code()
                    + ", " + table.size() + ")]";
        }
    }

    /** The product of two numbers, so that the stride of one loop depends on where another is. */
    public record Multiple(Affine factor, Affine affine) implements Index {

        @Override
        public int at(int[] counters) {
            return factor.at(counters) * affine.at(counters);
        }

        @Override
        public int least(Ranges ranges) {
            return corners(ranges).min().orElseThrow();
        }

        @Override
        public int largest(Ranges ranges) {
            return corners(ranges).max().orElseThrow();
        }

        private IntStream corners(Ranges ranges) {
            int low = factor.least(ranges);
            int high = factor.largest(ranges);
            int least = affine.least(ranges);
            int largest = affine.largest(ranges);
            return IntStream.of(low * least, low * largest, high * least, high * largest);
        }

        @Override
        public Multiple with(Affine newAffine) {
            return new Multiple(factor, newAffine);
        }

        @Override
        public Multiple map(UnaryOperator<Affine> change) {
            return new Multiple(change.apply(factor), change.apply(affine));
        }

        @Override
        public String code() {
            return "(" + factor.code() + ") * (" + affine.code() + ")";
        }
    }
}
