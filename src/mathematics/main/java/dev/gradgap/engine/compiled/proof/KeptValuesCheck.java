package dev.gradgap.engine.compiled.proof;

import dev.gradgap.engine.compiled.plan.Nest;
import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;
import dev.gradgap.engine.compiled.plan.Plan;
import dev.gradgap.engine.compiled.plan.ReverseNeeds;
import dev.gradgap.engine.compiled.plan.ReversePlan;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * Whether the forward sweep of a gradient computes and keeps every value that its reverse sweep reads, and whatever those
 * values are computed from.
 */
final class KeptValuesCheck {

    private final Plan plan;
    private final ReversePlan reverse;
    private final long[] kept; // of each item with slots, in their order: the first, doubled, and 1 if it is computed
    private int results;
    private final BitSet sumsRead = new BitSet();
    private String fault = "";

    private KeptValuesCheck(Plan plan, ReversePlan reverse) {
        this.plan = plan;
        this.reverse = reverse;
        kept = new long[plan.nests().stream().mapToInt(Nest::size).sum()];
    }

    /** What is wrong, if anything. */
    static Optional<String> fault(Plan plan, ReversePlan reverse) {
        KeptValuesCheck check = new KeptValuesCheck(plan, reverse);
        check.run();
        return check.fault.isEmpty() ? Optional.empty() : Optional.of(check.fault);
    }

    private void run() {
        for (int n = 0; n < plan.nests().size(); n++) {
            results(plan.nests().get(n), reverse.gradientItems(n));
        }
        Arrays.sort(kept, 0, results);
        for (int n = 0; n < plan.nests().size(); n++) {
            Nest nest = plan.nests().get(n);
            boolean[] computed = reverse.gradientItems(n);
            ReverseNeeds needs = reverse.needs(n);
            nest.product().ifPresent(product -> read(nest, product.start(), computed, "a product's start"));
            for (int j = 0; j < nest.size(); j++) {
                if (computed[j]) {
                    operands(nest, j, computed, "what it computes");
                }
                readBySweep(nest, j, needs, computed);
            }
        }
        for (int n = 0; n < plan.nests().size(); n++) {
            terms(plan.nests().get(n), reverse.gradientItems(n));
        }
    }

    private void results(Nest nest, boolean[] computed) {
        for (int j = 0; j < nest.size(); j++) {
            if (nest.hasSlot(j) || nest.isProduct(j)) {
                long slot =
                        nest.isProduct(j) ? nest.second[j].base() : nest.slot(j).base();
                kept[results++] = 2 * slot + (computed[j] ? 1 : 0);
            }
        }
    }

    private void readBySweep(Nest nest, int j, ReverseNeeds needs, boolean[] computed) {
        if (nest.isProduct(j)) {
            read(nest, nest.first[j], computed, "a factor");
            require(computed[j] && nest.hasSlot(j), nest, j, "the products before it");
        }
        if (nest.isTerm(j)) {
            return;
        }
        boolean again = needs.isRead(j) && needs.isComputedAgain(j);
        if (needs.readsFirst(j) || again) {
            readByPartial(nest, nest.first[j], needs, computed);
        }
        if (needs.readsSecond(j) || again) {
            readByPartial(nest, nest.second[j], needs, computed);
        }
        if (needs.readsValue(j)) {
            require(needs.isRead(j), nest, j, "its own value");
        }
        if (needs.isRead(j) && !needs.isComputedAgain(j)) {
            require(computed[j] && nest.hasSlot(j), nest, j, "its own value");
        }
    }

    private void readByPartial(Nest nest, Operand operand, ReverseNeeds needs, boolean[] computed) {
        if (operand.home() == Home.BODY) {
            require(needs.isRead(operand.base()), nest, operand.base(), "a value of its iteration");
        } else {
            read(nest, operand, computed, "an operand");
        }
    }

    private void operands(Nest nest, int j, boolean[] computed, String what) {
        read(nest, nest.first[j], computed, what);
        if (!nest.isTerm(j)) {
            read(nest, nest.second[j], computed, what);
        }
    }

    private void read(Nest nest, Operand operand, boolean[] computed, String what) {
        if (operand.home() == Home.BODY) {
            require(computed[operand.base()], nest, operand.base(), what);
        }
        if (operand.home() != Home.SLOT) {
            return;
        }
        int low = operand.lowest(nest.rows, nest.count);
        int high = operand.highest(nest.rows, nest.count);
        if (low < plan.sums()) {
            sumsRead.set(low, Math.min(high + 1, plan.sums()));
        }
        if (high >= plan.sums()) {
            int after = Arrays.binarySearch(kept, 0, results, 2L * high + 2);
            for (int i = after < 0 ? -1 - after : after; i > 0; ) {
                long item = kept[--i];
                require((item & 1) != 0, nest, 0, what + " in slots " + low + " to " + high);
                if (item >> 1 <= low) {
                    break; // the item that has this slot
                }
            }
        }
    }

    /** A sum that is read has all its terms. */
    private void terms(Nest nest, boolean[] computed) {
        for (int j = 0; j < nest.size(); j++) {
            if (nest.isTerm(j) && !nest.isProduct(j) && !computed[j]) {
                int read = sumsRead.nextSetBit(nest.second[j].lowest(nest.rows, nest.count));
                require(read < 0 || read > nest.second[j].highest(nest.rows, nest.count), nest, j, "a term of a sum");
            }
        }
    }

    private void require(boolean condition, Nest nest, int j, String what) {
        if (!condition && fault.isEmpty()) {
            fault = "the gradient's forward sweep leaves out what its reverse sweep reads: " + what + ", at position "
                    + j + " of the loop from item " + nest.start + " on";
        }
    }
}
