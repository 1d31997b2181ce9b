package dev.gradgap.engine.compiled.code;

import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import dev.gradgap.engine.compiled.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/** Which iterations of each nest read inputs that have a tangent: rows of a nest of loops, iterations of one loop. */
public final class SeedRanges {

    private final List<Reads> nests = new ArrayList<>();
    private final int[] ranges;

    /** Inputs that one operand of a nest reads in its first row or iteration, and by how much they move with the next. */
    private record Read(int lowest, int highest, int stride) {}

    /** All inputs that a nest reads in so many rows or iterations. */
    private record Reads(int end, List<Read> operands) {}

    public SeedRanges(Plan plan) {
        for (Nest nest : plan.nests()) {
            nests.add(reads(nest));
        }
        ranges = new int[2 * nests.size()];
    }

    static boolean readsInputs(Nest nest) {
        for (int j = 0; j < nest.size(); j++) {
            if (nest.first[j].home() == Home.INPUT || nest.second[j].home() == Home.INPUT) {
                return true;
            }
        }
        return false;
    }

    private static Reads reads(Nest nest) {
        List<Operand> inputs = new ArrayList<>();
        for (int j = 0; j < nest.size(); j++) {
            for (Operand operand : new Operand[] {nest.first[j], nest.second[j]}) {
                if (operand.home() == Home.INPUT && !inputs.contains(operand)) {
                    inputs.add(operand);
                }
            }
        }
        boolean rows = nest.rows > 1;
        int iterations = rows ? nest.count : 1;
        return new Reads(
                rows ? nest.rows : nest.count,
                inputs.stream()
                        .map(operand -> new Read(
                                operand.lowest(1, iterations),
                                operand.highest(1, iterations),
                                rows ? operand.rowStride() : operand.stride()))
                        .toList());
    }

    /** All iterations of all nests. */
    public int[] everything() {
        for (int n = 0; n < nests.size(); n++) {
            ranges[2 * n] = 0;
            ranges[2 * n + 1] = nests.get(n).end;
        }
        return ranges;
    }

    /**
     * The smallest range of each nest that holds all readers of some inputs; time linear in the nests' operands.
     *
     * @param first the first input with a tangent
     * @param last the last one
     * @return from and to (exclusive) for each nest; overwritten by the next call
     */
    public int[] of(int first, int last) {
        for (int n = 0; n < nests.size(); n++) {
            Reads reads = nests.get(n);
            int from = reads.end;
            int to = 0;
            for (int k = 0; k < reads.operands.size(); k++) { // no iterator, as this runs every pass
                Read read = reads.operands.get(k);
                // The iterations t with lowest + t stride <= last and highest + t stride >= first.
                int stride = read.stride;
                int low = last - read.lowest;
                int high = first - read.highest;
                if (stride == 0) {
                    if (low >= 0 && high <= 0) {
                        from = 0;
                        to = reads.end;
                    }
                    continue;
                }
                int begin = stride > 0 ? -Math.floorDiv(-high, stride) : -Math.floorDiv(low, -stride);
                int end = stride > 0 ? Math.floorDiv(low, stride) : Math.floorDiv(-high, -stride);
                begin = Math.max(begin, 0);
                end = Math.min(end, reads.end - 1);
                if (begin <= end) {
                    from = Math.min(from, begin);
                    to = Math.max(to, end + 1);
                }
            }
            ranges[2 * n] = Math.min(from, to);
            ranges[2 * n + 1] = to;
        }
        return ranges;
    }
}
