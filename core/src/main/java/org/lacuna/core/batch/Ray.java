package org.lacuna.core.batch;

/// One straight track per row: where it starts, where it goes, how fast.
public final class Ray {
  @Column(unit = "m", meaning = "start, horizontally, towards the side to which TRIM5 deflects")
  public final float[] x;

  @Column(unit = "m", meaning = "start, upwards")
  public final float[] y;

  @Column(unit = "m", meaning = "start, along the beam from the target")
  public final float[] z;

  @Column(meaning = "dx/dz")
  public final float[] slopeX;

  @Column(meaning = "dy/dz")
  public final float[] slopeY;

  @Column(unit = "GeV", meaning = "modulus of the momentum")
  public final float[] momentum;

  /// Work space of one pass over the rays.
  public final float[] scratch;

  private final float[][] columns;

  /// @param capacity largest number of rows
  public Ray(int capacity) {
    x = Rows.floats(capacity);
    y = Rows.floats(capacity);
    z = Rows.floats(capacity);
    slopeX = Rows.floats(capacity);
    slopeY = Rows.floats(capacity);
    momentum = Rows.floats(capacity);
    scratch = Rows.floats(capacity);
    columns = new float[][] {x, y, z, slopeX, slopeY, momentum};
  }

  /// Keeps the given rows.
  public void keep(int[] row, int count) {
    Rows.keep(row, count, columns);
  }

  /// Copies the given rows of another ray, from place `at` on.
  public void gather(Ray from, int[] row, int at, int count) {
    for (int c = 0; c < columns.length; c++) {
      Rows.gather(from.columns[c], row, columns[c], at, count);
    }
  }

  /// Copies the first rows of another ray behind the first `at` of this one.
  public void append(Ray from, int at, int count) {
    for (int c = 0; c < columns.length; c++) {
      System.arraycopy(from.columns[c], 0, columns[c], at, count);
    }
  }

  /// Exchanges a row with one of another ray.
  public void swap(int row, Ray other, int otherRow) {
    for (int c = 0; c < columns.length; c++) {
      float value = columns[c][row];
      columns[c][row] = other.columns[c][otherRow];
      other.columns[c][otherRow] = value;
    }
  }

  /// Sets all columns of one row.
  public void set(int row, float value) {
    for (float[] column : columns) column[row] = value;
  }
}
