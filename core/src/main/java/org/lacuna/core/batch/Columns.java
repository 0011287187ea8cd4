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
    enter("", table, columns);
    return columns;
  }

  private static void enter(String path, Object table, Map<String, float[]> columns) {
    for (Field field : table.getClass().getFields()) {
      Object value = read(field, table);
      String name = path + field.getName();
      if (value instanceof float[] column) {
        if (field.isAnnotationPresent(Column.class)) columns.put(name, column);
      } else if (value instanceof float[][] several) {
        if (field.isAnnotationPresent(Column.class)) {
          for (int k = 0; k < several.length; k++) columns.put(name + "[" + k + "]", several[k]);
        }
      } else if (value instanceof Object[] groups) {
        for (int k = 0; k < groups.length; k++) {
          enter(name + "[" + k + "].", groups[k], columns);
        }
      } else if (!(value instanceof Rows) && value.getClass().getName().startsWith(HOUSE)) {
        enter(name + ".", value, columns);
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
