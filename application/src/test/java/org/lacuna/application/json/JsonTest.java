package org.lacuna.application.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {
  record Inner(@Nullable String text, boolean flag) {}

  record Outer(double zeta, long alpha, Optional<Inner> middle, Status status) {}

  enum Status {
    INSUFFICIENT_SIDEBAND
  }

  @Test
  void writesARecordInTheOrderOfItsComponents() {
    assertThat(
            Json.line(
                new Outer(
                    1.5, 7, Optional.of(new Inner("a \"b\"", true)), Status.INSUFFICIENT_SIDEBAND)))
        .isEqualTo(
            "{\"zeta\":1.5,\"alpha\":7,\"middle\":{\"text\":\"a \\\"b\\\"\",\"flag\":true},"
                + "\"status\":\"insufficient-sideband\"}");
  }

  @Test
  void writesWhatIsNotANumberAsNullAndWhatIsInfiniteAsText() {
    assertThat(
            Json.line(
                List.of(
                    Double.NaN,
                    Double.POSITIVE_INFINITY,
                    Double.NEGATIVE_INFINITY,
                    Float.NaN,
                    0.1f,
                    Optional.empty(),
                    OptionalDouble.empty(),
                    OptionalDouble.of(2),
                    OptionalLong.empty(),
                    OptionalLong.of(3))))
        .isEqualTo("[null,\"Infinity\",\"-Infinity\",null,0.1,null,null,2.0,null,3]");
  }

  @Test
  void keepsTheOrderOfMapsAndArrays() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", new double[] {1, Double.NaN});
    map.put("a", new long[] {Long.MAX_VALUE});
    map.put("m", new int[] {});
    assertThat(Json.line(map)).isEqualTo("{\"z\":[1.0,null],\"a\":[9223372036854775807],\"m\":[]}");
  }

  @Test
  void indentsInFiles() {
    assertThat(Json.pretty(new Inner(null, false)))
        .isEqualTo(
            """
            {
              "text" : null,
              "flag" : false
            }\
            """);
  }

  @Test
  void refusesATypeWithoutAShape() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.line(new Object()))
        .withMessageContaining("java.lang.Object");
  }
}
