package dev.gradgap.graph.schedule.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.graph.Operation;
import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CodesTest {

    static Stream<Field> constants() {
        return Stream.of(Codes.class.getDeclaredFields()).filter(field -> !field.isSynthetic());
    }

    @ParameterizedTest
    @MethodSource("constants")
    void constantsAreTheCodesOfTheOperations(Field constant) throws ReflectiveOperationException {
        assertThat(constant.getInt(null))
                .isEqualTo(Operation.valueOf(constant.getName()).code());
    }
}
