package dev.gradgap.engine.builtin;

import dev.gradgap.engine.Engine;
import dev.gradgap.engine.EngineProvider;
import dev.gradgap.engine.compiled.CompiledForward;
import dev.gradgap.engine.compiled.CompiledReverse;
import dev.gradgap.engine.forward.GraphForward;
import dev.gradgap.engine.forward.GraphForwardSparse;
import dev.gradgap.engine.forward.OverloadingForward;
import dev.gradgap.engine.library.CommonsMath;
import dev.gradgap.engine.reference.ReferenceAdjoint;
import dev.gradgap.engine.reference.ReferenceDifferences;
import dev.gradgap.engine.reverse.GraphReverse;
import dev.gradgap.engine.reverse.InterpreterReverse;
import dev.gradgap.engine.reverse.OverloadingReverse;
import java.util.List;

/** The engines that come with the suite, pairs of one technology together. */
public final class BuiltInEngines implements EngineProvider {

    @Override
    public List<Engine> engines() {
        return List.of(
                OverloadingForward.scalar(),
                OverloadingForward.vector(4),
                OverloadingForward.vector(8),
                OverloadingForward.vector(16),
                new OverloadingReverse(),
                GraphForward.scalar(),
                GraphForward.vector(4),
                GraphForward.vector(8),
                GraphForward.vector(16),
                new GraphForwardSparse(),
                new GraphReverse(),
                new InterpreterReverse(),
                CompiledForward.scalar(),
                CompiledForward.vector(4),
                CompiledForward.vector(8),
                CompiledForward.vector(16),
                new CompiledReverse(),
                new CommonsMath(),
                new ReferenceAdjoint(),
                new ReferenceDifferences());
    }
}
