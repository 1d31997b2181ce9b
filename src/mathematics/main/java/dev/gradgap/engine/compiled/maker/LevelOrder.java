package dev.gradgap.engine.compiled.maker;

import dev.gradgap.engine.compiled.plan.Items;
import java.util.Arrays;

/**
 * Puts items in the order of their depth: the inputs' readers first, then what reads these, and so on; items of the same
 * depth stay in their order. A tree that was evaluated node by node, whose trace repeats nowhere, becomes one loop a
 * level.
 *
 * <p>Time is linear in the items, memory 12 bytes an item besides the new list.
 */
final class LevelOrder {

    private final Items items;
    private final int[] depths;
    private final int[] sumDepths;
    private int deepest;

    private LevelOrder(Items items) {
        this.items = items;
        depths = new int[items.count];
        sumDepths = new int[items.sums];
    }

    static Items of(Items items) {
        LevelOrder order = new LevelOrder(items);
        order.measure();
        return order.sorted();
    }

    private void measure() {
        for (int k = 0; k < items.count; k++) {
            int depth = depth(items.first[k]);
            int code = items.codes[k];
            if (Items.isTerm(code)) {
                int sum = items.second[k] - items.firstSum;
                depths[k] = depth + 1;
                sumDepths[sum] = Math.max(sumDepths[sum], depth + 1);
            } else {
                depths[k] = 1 + (Items.isBinary(code) ? Math.max(depth, depth(items.second[k])) : depth);
            }
            deepest = Math.max(deepest, depths[k]);
        }
    }

    private int depth(int node) {
        if (items.isItem(node)) {
            return depths[node - items.firstItem];
        }
        return items.isSum(node) ? sumDepths[node - items.firstSum] : 0;
    }

    private Items sorted() {
        int[] next = new int[deepest + 2];
        for (int depth : depths) {
            next[depth + 1]++;
        }
        for (int depth = 1; depth < next.length; depth++) {
            next[depth] += next[depth - 1];
        }
        int[] positions = new int[items.count];
        for (int k = 0; k < items.count; k++) {
            positions[k] = next[depths[k]]++;
        }
        byte[] codes = new byte[items.count];
        int[] first = new int[items.count];
        int[] second = new int[items.count];
        int[] origins = new int[items.count];
        for (int k = 0; k < items.count; k++) {
            int to = positions[k];
            codes[to] = items.codes[k];
            first[to] = moved(items.first[k], positions);
            second[to] = moved(items.second[k], positions);
            origins[to] = items.origins[k];
        }
        int[] outputs =
                Arrays.stream(items.outputs).map(node -> moved(node, positions)).toArray();
        return new Items(items.graph, codes, first, second, origins, items.roots, outputs);
    }

    private int moved(int node, int[] positions) {
        return items.isItem(node) ? items.firstItem + positions[node - items.firstItem] : node;
    }
}
