package org.lacuna.core.batch;

import java.lang.reflect.Field;
import java.util.LinkedHashMap;
import java.util.Map;

/// Finds the columns of a table by their names.
///
/// A column is a public field with [Column]; a group of columns (a ray, a four-momentum) and an
/// array of groups are entered: `track.slopeX`, `photon[1].energy`. What tells the story of an
/// event, what heads a file and what finds out which columns a cut reads all use this list, so none
/// of them has to be kept up to date.
public final class Columns {
  private static final String HOUSE = "org.lacuna";

  private Columns() {}

  /// All columns of a table, in the order of its fields.
  ///
  /// Tables of rows of their own (candidates) are left out.
  public static Map<String, float[]> of(Object table) {
    Map<String, float[]> columns = new LinkedHashMap<>();
    enter("", table, (name, _, column) -> columns.put(name, column));
    return columns;
  }

  /// What the columns of a table hold, by the same names in the same order.
  public static Map<String, Column> meanings(Object table) {
    Map<String, Column> meanings = new LinkedHashMap<>();
    enter("", table, (name, meaning, _) -> meanings.put(name, meaning));
    return meanings;
  }

  /// Takes in one column.
  @FunctionalInterface
  private interface Found {
    void take(String name, Column meaning, float[] column);
  }

  private static void enter(String path, Object table, Found found) {
    for (Field field : table.getClass().getFields()) {
      Object value = read(field, table);
      String name = path + field.getName();
      Column meaning = field.getAnnotation(Column.class);
      if (value instanceof float[] column) {
        if (meaning != null) found.take(name, meaning, column);
      } else if (value instanceof float[][] several) {
        if (meaning != null) {
          for (int k = 0; k < several.length; k++) {
            found.take(name + "[" + k + "]", meaning, several[k]);
          }
        }
      } else if (value instanceof Object[] groups) {
        for (int k = 0; k < groups.length; k++) enter(name + "[" + k + "].", groups[k], found);
      } else if (!(value instanceof Rows) && value.getClass().getName().startsWith(HOUSE)) {
        enter(name + ".", value, found);
      }
    }
  }

  private static Object read(Field field, Object table) {
    try {
      return field.get(table);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("columns are public fields of public classes: " + field, e);
    }
  }
}
