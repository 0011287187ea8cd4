package org.lacuna.experiment.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Column;
import org.lacuna.core.batch.Columns;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;

class MeasuredTest {
  private final Measured event = new Measured();

  /// Files, replays and the probing of cuts see annotated fields only: a column without a meaning
  /// would silently be none.
  @Test
  void everyColumnTellsItsMeaning() {
    List<Field> columns =
        Stream.of(Measured.class, Candidates.class)
            .flatMap(table -> Stream.of(table.getDeclaredFields()))
            .filter(field -> field.getType() == float[].class)
            .toList();
    assertThat(columns)
        .hasSizeGreaterThan(20)
        .allSatisfy(field -> {
          Column column = field.getAnnotation(Column.class);
          assertThat(column).as("%s", field).isNotNull();
          assertThat(column.meaning()).as("%s", field).isNotBlank();
        });
  }

  @Test
  void hasNoTruth() {
    assertThat(Columns.of(event).keySet()).noneMatch(name -> name.contains("decay"));
  }

  @Test
  void hasRoomForABlockAndItsCandidates() {
    Columns.of(event)
        .forEach((name, column) -> assertThat(column).as(name).hasSizeGreaterThan(Rows.BLOCK - 1));
    Columns.of(event.gtk)
        .forEach((name, column) -> assertThat(column).as(name).hasSizeGreaterThan(Draws.CAPACITY));
  }

  @Test
  void aSignalThatDoesNotExistIsOutsideEveryWindow() {
    assertThat(Measured.NONE).isGreaterThan(1e5f).isFinite();
  }
}
