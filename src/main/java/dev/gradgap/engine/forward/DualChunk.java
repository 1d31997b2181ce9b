package dev.gradgap.engine.forward;

/**
 * A dual number with several tangents: a value and its derivatives along w directions of the inputs. Immutable; numbers
 * with equal tangents may share the array.
 */
final class DualChunk {

    final double value;
    final double[] tangents;

    DualChunk(double value, double[] tangents) {
        this.value = value;
        this.tangents = tangents;
    }
}
