package org.lacuna.application.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class AnswerTest {
  @Test
  void isATextForPeople() {
    assertThat(run()).isEqualTo("one" + System.lineSeparator());
  }

  @Test
  void isTheResultAloneOnRequest() {
    assertThat(run("--json")).isEqualTo("{\"one\":1}" + System.lineSeparator());
  }

  private static String run(String... arguments) {
    StringWriter out = new StringWriter();
    new CommandLine(new One()).setOut(new PrintWriter(out)).execute(arguments);
    return out.toString();
  }

  @Command(name = "one")
  static final class One implements Runnable {
    @Mixin private Answer answer;

    @Override
    public void run() {
      answer.print(Map.of("one", 1), () -> "one");
    }
  }
}
