package org.lacuna.analysis.result;

/// One cut in the order of the selection, for one sample.
///
/// The first row of a sample is what entered the selection, under a cut of that name.
///
/// @param sample process, or `pseudo-data`, or `data`
/// @param cut its label, threshold included
/// @param applied false for a cut whose column nothing fills: what it would find is lost before, or
///   not at all
/// @param passed events that passed this cut and all before it
/// @param sumOfWeights of those events; equal to `passed` where events have no weights
/// @param nMinusOne events that pass all other cuts, whatever this one says
public record CutflowRow(
    String sample, String cut, boolean applied, long passed, double sumOfWeights, long nMinusOne) {

  public CutflowRow {
    Checks.atLeastZero("passed", (double) passed);
    Checks.atLeastZero("nMinusOne", (double) nMinusOne);
    Checks.known("sumOfWeights", sumOfWeights);
  }
}
