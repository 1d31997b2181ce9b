package dev.gradgap.engine.compiled.maker;

import dev.gradgap.engine.compiled.plan.Operand;
import dev.gradgap.engine.compiled.plan.Operand.Home;

/** The results of an item of a nest in the making, as they move with the iterations of their reader. */
final class Reference {

    final Draft owner;
    final int position;

    /** The owner's iteration at the reader's first; negative if it is before the owner's own first one. */
    final int iteration;

    /** By how many of the owner's iterations the result moves with each row of the reader. */
    final int rowStride;

    /** By how many of the owner's iterations it moves with each iteration of the reader. */
    final int stride;

    Reference(Draft owner, int position, int iteration, int rowStride, int stride) {
        this.owner = owner;
        this.position = position;
        this.iteration = iteration;
        this.rowStride = rowStride;
        this.stride = stride;
    }

    /** The place of the results, once they have places; of those of the reader itself, also how far back they are. */
    Operand operand(Draft reader) {
        Operand element = Operand.element(Home.SLOT, owner.slot(position) + iteration, rowStride, stride);
        return owner == reader ? element.producedBy(position, -iteration) : element;
    }
}
