/// What the methods of this library do to spectra and counts whose truth is known.
///
/// A study is a table of numbers, made again by the command of the same name whenever a method
/// changes. It is not a test: it says how good a method is and where it fails.
///
/// Not here: the verdict. Start reading at [org.lacuna.statistics.study.SidebandStudy].
@NullMarked
package org.lacuna.statistics.study;

import org.jspecify.annotations.NullMarked;
