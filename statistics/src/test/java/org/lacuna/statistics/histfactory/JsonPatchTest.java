package org.lacuna.statistics.histfactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonPatchTest {
  /// Examples of RFC 6902, appendix A, and of RFC 6901.
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          {"foo":"bar"}; [{"op":"add","path":"/baz","value":"qux"}]; {"baz":"qux","foo":"bar"}
          {"foo":["bar","baz"]}; [{"op":"add","path":"/foo/1","value":"qux"}]; {"foo":["bar","qux","baz"]}
          {"foo":["bar"]}; [{"op":"add","path":"/foo/1","value":"qux"}]; {"foo":["bar","qux"]}
          {"foo":["bar"]}; [{"op":"add","path":"/foo/-","value":["abc","def"]}]; {"foo":["bar",["abc","def"]]}
          {"baz":"qux","foo":"bar"}; [{"op":"remove","path":"/baz"}]; {"foo":"bar"}
          {"foo":["bar","qux","baz"]}; [{"op":"remove","path":"/foo/1"}]; {"foo":["bar","baz"]}
          {"baz":"qux","foo":"bar"}; [{"op":"replace","path":"/baz","value":"boo"}]; {"baz":"boo","foo":"bar"}
          {"foo":["a","b"]}; [{"op":"replace","path":"/foo/1","value":"c"}]; {"foo":["a","c"]}
          {"foo":1}; [{"op":"replace","path":"","value":{"bar":2}}]; {"bar":2}
          {"foo":1}; [{"op":"add","path":"","value":{"bar":2}}]; {"bar":2}
          {"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}}; [{"op":"move","from":"/foo/waldo","path":"/qux/thud"}]; {"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}
          {"foo":["all","grass","cows","eat"]}; [{"op":"move","from":"/foo/1","path":"/foo/3"}]; {"foo":["all","cows","eat","grass"]}
          {"foo":{"a":[1]}}; [{"op":"copy","from":"/foo/a","path":"/bar"},{"op":"add","path":"/bar/-","value":2}]; {"foo":{"a":[1]},"bar":[1,2]}
          {"baz":"qux","foo":["a",2,"c"]}; [{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2.0}]; {"baz":"qux","foo":["a",2,"c"]}
          {"foo":"bar"}; [{"op":"add","path":"/child","value":{"grandchild":{}}}]; {"foo":"bar","child":{"grandchild":{}}}
          {"foo":"bar"}; [{"op":"add","path":"/baz","value":"qux","xyz":123}]; {"foo":"bar","baz":"qux"}
          {"/":9,"~1":10}; [{"op":"test","path":"/~01","value":10},{"op":"remove","path":"/~1"}]; {"~1":10}
          {"foo":1}; []; {"foo":1}
          """)
  void changesADocument(String document, String patch, String expected) {
    assertThat(JsonPatch.apply(tree(patch), tree(document))).isEqualTo(tree(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          [{"op":"test","path":"/baz","value":"bar"}]; operation 0 of the patch (test /baz): test failed, found "qux"
          [{"op":"test","path":"/baz","value":10}]; operation 0 of the patch (test /baz): test failed, found "qux"
          [{"op":"add","path":"/no/bat","value":"qux"}]; operation 0 of the patch (add /no/bat): nothing at /no
          [{"op":"add","path":"/baz/bat","value":"qux"}]; operation 0 of the patch (add /baz/bat): nothing at /baz/bat
          [{"op":"add","path":"/list/3","value":1}]; operation 0 of the patch (add /list/3): no index 3 in a list, the highest is 2
          [{"op":"add","path":"/list/01","value":1}]; operation 0 of the patch (add /list/01): no index 01 in a list, the highest is 2
          [{"op":"test","path":"/baz","value":"qux"},{"op":"remove","path":"/list/2"}]; operation 1 of the patch (remove /list/2): no index 2 in a list, the highest is 1
          [{"op":"remove","path":"/no"}]; operation 0 of the patch (remove /no): nothing at /no
          [{"op":"remove","path":""}]; operation 0 of the patch (remove ): the whole workspace cannot be removed
          [{"op":"replace","path":"/no","value":1}]; operation 0 of the patch (replace /no): nothing at /no
          [{"op":"move","from":"/list","path":"/list/0"}]; operation 0 of the patch (move /list/0): nothing at /list
          [{"op":"add","path":"baz","value":1}]; operation 0 of the patch (add baz): "path" does not begin with /
          [{"op":"add","path":"/x"}]; operation 0 of the patch (add /x): "value" is missing
          [{"op":"copy","path":"/x"}]; operation 0 of the patch (copy /x): "from" is no text
          [{"op":"swap","path":"/x"}]; operation 0 of the patch (swap /x): unknown op "swap"
          [{"path":"/x"}]; operation 0 of the patch (no op /x): "op" is no text
          """)
  void refusesWhatCannotBeDone(String patch, String complaint) {
    assertThatThrownBy(
            () -> JsonPatch.apply(tree(patch), tree("{\"baz\": \"qux\", \"list\": [1, 2]}")))
        .isInstanceOf(WorkspaceException.class)
        .hasMessage(complaint);
  }

  @Test
  void refusesAPatchSet() {
    assertThatThrownBy(() -> JsonPatch.apply(tree("{\"patches\": []}"), tree("{}")))
        .hasMessageContaining("no list of operations");
  }

  @Test
  void leavesTheGivenDocumentAlone() {
    JsonNode document = tree("{\"foo\": [1]}");
    JsonNode patched =
        JsonPatch.apply(tree("[{\"op\": \"add\", \"path\": \"/foo/-\", \"value\": 2}]"), document);
    assertThat(document).isEqualTo(tree("{\"foo\": [1]}"));
    assertThat(patched).isEqualTo(tree("{\"foo\": [1, 2]}"));
  }

  private static JsonNode tree(String json) {
    return JsonMapper.shared().readTree(json);
  }
}
