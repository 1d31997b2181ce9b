package dev.gradgap.graph.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gradgap.graph.Operation;
import java.lang.reflect.Field;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CodesTest {

    @ParameterizedTest
    @EnumSource(Operation.class)
    void constantsAreTheCodesOfTheOperations(Operation operation) throws ReflectiveOperationException {
        Field constant = Codes.class.getDeclaredField(operation.name());
        assertThat(constant.getInt(null)).isEqualTo(operation.code());
    }
}
