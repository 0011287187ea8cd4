package org.lacuna.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  /// A table with something of everything.
  public static final class Table {
    @Column(meaning = "a column")
    public final float[] first = {1};

    public final float[] scratch = {2};

    public final Ray ray = new Ray(1);

    @Column(meaning = "a column of each variant")
    public final float[][] weight = {{3}, {4}};

    public final float[][] work = {{5}};

    public final Ray[] photon = {new Ray(1), new Ray(1)};

    public final Rows candidates = new Rows(1);

    public final String text = "not a column";

    @Column(meaning = "the last column")
    public final float[] last = {6};
  }

  private final Table table = new Table();
  private final Map<String, float[]> columns = Columns.of(table);

  @Test
  void namesColumnsByTheirFields() {
    assertThat(columns.get("first")).isSameAs(table.first);
    assertThat(columns.get("last")).isSameAs(table.last);
    assertThat(columns.get("ray.slopeX")).isSameAs(table.ray.slopeX);
    assertThat(columns.get("weight[1]")).isSameAs(table.weight[1]);
    assertThat(columns.get("photon[1].momentum")).isSameAs(table.photon[1].momentum);
  }

  @Test
  void leavesOutWorkSpaceAndTablesOfTheirOwn() {
    assertThat(columns.keySet())
        .noneMatch(name -> name.contains("scratch") || name.contains("work"))
        .noneMatch(name -> name.startsWith("candidates") || name.startsWith("text"));
    assertThat(columns).hasSize(2 + 2 + 3 * 6);
  }

  @Test
  void keepsTheOrderOfTheFields() {
    assertThat(columns.keySet()).startsWith("first", "ray.x").endsWith("last");
  }

  @Test
  void tellsWhatColumnsMeanUnderTheSameNames() {
    Map<String, Column> meanings = Columns.meanings(table);
    assertThat(meanings.keySet()).containsExactlyElementsOf(columns.keySet());
    assertThat(Objects.requireNonNull(meanings.get("weight[1]")).meaning())
        .isEqualTo("a column of each variant");
    assertThat(Objects.requireNonNull(meanings.get("photon[1].momentum")).unit()).isEqualTo("GeV");
  }
}
