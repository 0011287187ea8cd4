/// A small painter of figures as particle physicists publish them.
///
/// A figure is a description: axes, panels on a common x-axis, series of data. Four writers make of
/// it a vector graphic for the page (SVG), one for the paper (PDF), an image (PNG) and the numbers
/// behind it (CSV); the interactive page reads the same description. The painter knows ticks inside
/// the frame, logarithmic decades, sub- and superscripts, and finds a free place for the legend.
///
/// It does not know what it draws: no physics is here. Letters are drawn as outlines from a
/// resource, not by the fonts of the machine, so a figure has the same bytes everywhere and needs
/// no font. Start reading at [org.lacuna.report.figure.Figure].
@NullMarked
package org.lacuna.report.figure;

import org.jspecify.annotations.NullMarked;
