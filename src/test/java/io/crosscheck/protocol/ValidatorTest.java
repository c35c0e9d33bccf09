package io.crosscheck.protocol;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidatorTest {

  private final List<String> told = new ArrayList<>();
  private final Validator validator = new Validator(told::add);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'id':1,'time':2,'failed':{'message':'m'}} | unknown member \"time\" in an answer is ignored;"
            + " known are description, enclosure, failed, id, output, refused, unsupported",
        "{'id':1,'output':{'dtype':'bool','shape':[],'values':[true],'data':1}} |"
            + " unknown member \"data\" in \"output\" is ignored; known are bits, dtype, shape, values",
        "{'id':1,'output':{'dtype':'float32','shape':[2],'values':[1,1e39]}} |"
            + " value 1 is 1e39, beyond the range of float32: it is read as an infinity",
        "{'id':1,'output':{'dtype':'float16','shape':[1],'values':[-65520]}} |"
            + " value 0 is -65520, beyond the range of float16: it is read as an infinity",
        "{'id':1,'output':{'dtype':'float32','shape':[1],'values':[NaN]}} |"
            + " values hold a bare NaN, which is no JSON: write \"NaN\" with quotes (or send bits)",
        "{'id':1,'output':{'dtype':'float32','shape':[1],'values':[-Infinity]}} |"
            + " values hold a bare -Infinity, which is no JSON: write \"-Infinity\" with quotes"
            + " (or send bits)",
        "{'id':1,'refused':{'code':'other'}} | \"refused\" without a \"message\": say why, it stands in"
            + " the report",
        "{'id':1,'unsupported':{}} | \"unsupported\" without a \"reason\": say why, it stands in the"
            + " report",
        "{'id':0,'description':{'name':'a','version':'1','operations':{}}} |"
            + " \"operations\" is empty: every case will be unsupported",
        "{'id':0,'description':{'name':'a','version':'1','operations':{'soft_max':{'dtypes':"
            + "['float32']}}}} | operation \"soft_max\" is not known here and ignored",
        "{'id':0,'description':{'name':'a','version':'1','operations':{'softmax':{'dtypes':"
            + "['float32'],'axis':1}}}} | unknown member \"axis\" in the claim of softmax is ignored;"
            + " known are dtypes"
      })
  void what_its_author_cannot_have_meant_is_remarked(String line, String remark) {
    hear(line);
    assertThat(told, contains(remark));
  }

  @Test
  void a_choice_that_does_not_exist_is_remarked() {
    hear(
        "{'id':0,'description':{'name':'a','version':'1','choices':{'softmax.mood':'good'},"
            + "'operations':{'softmax':{'dtypes':['float32']}}}}");
    assertThat(told, contains(startsWith("choice softmax.mood = good is not known here")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id':1,'output':{'dtype':'float32','shape':[3],'values':['NaN','-Infinity',3.4e38]}}",
        "{'id':1,'output':{'dtype':'int64','shape':[1],'values':[9223372036854775807]}}",
        "{'id':1,'output':{'dtype':'float32','shape':[1],'bits':'AACAPw=='}}",
        "{'id':1,'refused':{'code':'invalid_axis','message':'m'}}",
        "not JSON at all"
      })
  void a_line_in_order_or_judged_elsewhere_needs_no_remark(String line) {
    hear(line);
    assertThat(told, is(empty()));
  }

  @Test
  void each_remark_is_told_once() {
    hear("{'id':1,'unsupported':{}}");
    hear("{'id':2,'unsupported':{}}");
    assertThat(told.size(), is(1));
    assertThat(validator.remarks(), is(told));
  }

  @Test
  void a_request_that_cannot_be_read_back_is_our_own_fault() {
    validator.sent("{\"id\":1}");
    assertThat(told, contains(startsWith("Crosscheck is at fault: ")));
  }

  private void hear(String line) {
    validator.heard(line.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
