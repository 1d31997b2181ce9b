package dev.gradgap.verify.recording;

import dev.gradgap.verify.expected.Expected;
import dev.gradgap.verify.expected.Opinion;
import dev.gradgap.verify.expected.Opinion.Method;
import dev.gradgap.verify.expected.Oracle.Column;
import dev.gradgap.verify.expected.Oracle.Product;
import dev.gradgap.verify.expected.Oracle.Row;
import dev.gradgap.verify.expected.Source;
import dev.gradgap.verify.expected.Weights;
import dev.gradgap.verify.recording.Expectations.PointOpinions;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@link Expectations} as bytes. Written and read by one version of the program within one run, so that there is no version
 * to tell. Random vectors are written as their seeds, points as what they were made from.
 */
final class ExpectationsFormat {

    private static final int MAGIC = 0x6578_7063;

    private ExpectationsFormat() {}

    static void write(Expectations expectations, DataOutput out) throws IOException {
        out.writeInt(MAGIC);
        out.writeUTF(shortened(expectations.problem()));
        out.writeInt(expectations.points().size());
        for (PointOpinions point : expectations.points()) {
            out.writeInt(point.candidate());
            out.writeLong(point.seed());
            out.writeInt(point.opinions().size());
            for (Opinion opinion : point.opinions()) {
                write(opinion, out);
            }
        }
    }

    static Expectations read(DataInput in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("these are no recorded expectations");
        }
        String problem = in.readUTF();
        List<PointOpinions> points = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            int candidate = in.readInt();
            long seed = in.readLong();
            List<Opinion> opinions = new ArrayList<>();
            for (int more = in.readInt(); more > 0; more--) {
                opinions.add(opinion(in));
            }
            points.add(new PointOpinions(candidate, seed, opinions));
        }
        return new Expectations(problem, points);
    }

    /** What {@link DataOutput#writeUTF} takes at most is 65,535 bytes. */
    private static String shortened(String text) {
        return text.substring(0, Math.min(text.length(), 2000));
    }

    private static void write(Opinion opinion, DataOutput out) throws IOException {
        out.writeUTF(opinion.method().name());
        write(opinion.values(), out);
        out.writeInt(opinion.rows().size());
        for (Row row : opinion.rows()) {
            write(row.weights(), out);
            write(row.elements(), out);
        }
        out.writeInt(opinion.columns().size());
        for (Column column : opinion.columns()) {
            write(column.direction(), out);
            write(column.elements(), out);
        }
        out.writeInt(opinion.products().size());
        for (Product product : opinion.products()) {
            write(product.weights(), out);
            write(product.direction(), out);
            write(product.value(), out);
        }
    }

    private static Opinion opinion(DataInput in) throws IOException {
        Method method = Method.valueOf(in.readUTF());
        Expected values = expected(in);
        List<Row> rows = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            rows.add(new Row(weights(in), expected(in)));
        }
        List<Column> columns = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            columns.add(new Column(weights(in), expected(in)));
        }
        List<Product> products = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            products.add(new Product(weights(in), weights(in), expected(in)));
        }
        return new Opinion(method, values, rows, columns, products);
    }

    private static void write(Weights weights, DataOutput out) throws IOException {
        out.writeInt(weights.length());
        out.writeInt(weights.position());
        out.writeLong(weights.seed());
    }

    private static Weights weights(DataInput in) throws IOException {
        return new Weights(in.readInt(), in.readInt(), in.readLong());
    }

    private static void write(Expected expected, DataOutput out) throws IOException {
        out.writeUTF(expected.by().name());
        out.writeDouble(expected.by().tolerance());
        out.writeDouble(expected.by().smallest());
        out.writeInt(expected.size());
        for (int k = 0; k < expected.size(); k++) {
            out.writeInt(expected.position(k));
            out.writeDouble(expected.value(k));
            out.writeDouble(expected.uncertainty(k));
            out.writeBoolean(expected.isKink(k));
            if (expected.isKink(k)) {
                out.writeDouble(expected.low(k));
                out.writeDouble(expected.high(k));
                out.writeBoolean(expected.between(k));
            }
        }
    }

    private static Expected expected(DataInput in) throws IOException {
        Source by = new Source(in.readUTF(), in.readDouble(), in.readDouble());
        int size = in.readInt();
        int[] positions = new int[size];
        double[] values = new double[size];
        double[] uncertainties = new double[size];
        double[] low = new double[size];
        double[] high = new double[size];
        boolean[] between = new boolean[size];
        for (int k = 0; k < size; k++) {
            positions[k] = in.readInt();
            values[k] = in.readDouble();
            uncertainties[k] = in.readDouble();
            boolean kink = in.readBoolean();
            low[k] = kink ? in.readDouble() : values[k];
            high[k] = kink ? in.readDouble() : values[k];
            between[k] = kink && in.readBoolean();
        }
        return new Expected(by, positions, values, uncertainties, low, high, between);
    }
}
