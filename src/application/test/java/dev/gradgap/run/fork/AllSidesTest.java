package dev.gradgap.run.fork;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.results.Method;
import dev.gradgap.results.Status;
import dev.gradgap.results.journal.ForkResult;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllSidesTest {

    private static final int CELL = 3;
    private static final Optional<Method> MEASURED = Optional.of(Method.MEASURED);

    private final AllSides allSides = new AllSides();

    private void ended(int cell, int round, Status status) {
        allSides.ended(ForkResult.notMeasured(cell, round, status, "", "", 0));
    }

    @Test
    void forksAreVerifiedFromAllSidesUntilOneIsSteady() {
        assertThat(allSides.isDue(CELL, 0, Optional.empty())).isTrue();
        ended(CELL, 0, Status.UNSTEADY);
        assertThat(allSides.isDue(CELL, 1, Optional.empty())).isTrue();
        ended(CELL, 1, Status.OK);
        assertThat(allSides.isDue(CELL, 2, MEASURED)).isFalse();
    }

    @Test
    void aForkThatIsRepeatedDoesWhatItDid() {
        ended(CELL, 1, Status.OK);
        ended(CELL, 2, Status.OK);
        assertThat(allSides.isDue(CELL, 1, MEASURED)).isTrue();
        assertThat(allSides.isDue(CELL, 2, MEASURED)).isFalse();
    }

    @Test
    void cellsAndMethodsHaveOneEach() {
        ended(CELL, 0, Status.OK);
        assertThat(allSides.isDue(CELL + 1, 1, MEASURED)).isTrue();
        assertThat(allSides.isDue(CELL, 1, Optional.of(Method.SAMPLED))).isTrue();
    }
}
