// An adapter for oneDNN's primitives on the CPU. Build it and run it with
//
//     make -C src/adapters/c
//     java -jar target/crosscheck.jar run --backend "exec:target/onednn_adapter"
//
// It claims an operation in a dtype if oneDNN makes a primitive of it on this machine, and hands each
// request on as it is: an axis below 0 too.

#include <json-glib/json-glib.h>
#include <oneapi/dnnl/dnnl.h>
#include <oneapi/dnnl/dnnl_debug.h>
#include <stdio.h>
#include <string.h>

#if DNNL_VERSION_MAJOR != 2
#error "oneDNN 2 is wanted: version 3 makes its primitives in another way"
#endif

typedef struct {
  const char *name;
  dnnl_data_type_t type;
  size_t size;
} DType;

typedef struct {
  const char *name;
  dnnl_alg_kind_t algorithm;
  gboolean has_axis;
} Operation;

static const DType DTYPES[] = {
    {"float32", dnnl_f32, 4}, {"bfloat16", dnnl_bf16, 2}, {"float16", dnnl_f16, 2}};

static const Operation OPERATIONS[] = {{"softmax", dnnl_softmax_accurate, TRUE},
                                       {"log_softmax", dnnl_softmax_log, TRUE},
                                       {"sigmoid", dnnl_eltwise_logistic, FALSE}};

static dnnl_engine_t engine;
static dnnl_stream_t stream;

// {"id": id, kind: {first: first_value, "message": message}}, without the member that isn't given.
static JsonNode *says(const char *kind, const char *first, const char *first_value, const char *message) {
  g_autoptr(JsonBuilder) b = json_builder_new();
  json_builder_begin_object(b);
  json_builder_set_member_name(b, kind);
  json_builder_begin_object(b);
  if (first) {
    json_builder_set_member_name(b, first);
    json_builder_add_string_value(b, first_value);
  }
  if (message) {
    json_builder_set_member_name(b, "message");
    json_builder_add_string_value(b, message);
  }
  json_builder_end_object(b);
  json_builder_end_object(b);
  return json_builder_get_root(b);
}

static JsonNode *refused(const char *code, const char *message) { return says("refused", "code", code, message); }

// What a status of oneDNN other than success means in the protocol.
static JsonNode *trouble(const char *call, dnnl_status_t status) {
  g_autofree char *message = g_strdup_printf("%s: %s", call, dnnl_status2str(status));
  if (status == dnnl_unimplemented) return says("unsupported", "reason", message, NULL);
  return status == dnnl_invalid_arguments ? refused("other", message) : says("failed", NULL, NULL, message);
}

static const DType *dtype_of(const char *name) {
  for (gsize i = 0; i < G_N_ELEMENTS(DTYPES); i++)
    if (g_str_equal(DTYPES[i].name, name)) return &DTYPES[i];
  return NULL;
}

static const Operation *operation_of(const char *name) {
  for (gsize i = 0; i < G_N_ELEMENTS(OPERATIONS); i++)
    if (g_str_equal(OPERATIONS[i].name, name)) return &OPERATIONS[i];
  return NULL;
}

static dnnl_status_t primitive_of(const Operation *o, const dnnl_memory_desc_t *tensor, int axis,
                                  dnnl_primitive_t *primitive) {
  dnnl_softmax_v2_desc_t softmax;
  dnnl_eltwise_desc_t eltwise;
  dnnl_status_t status = o->has_axis ? dnnl_softmax_v2_forward_desc_init(&softmax, dnnl_forward_inference,
                                                                         o->algorithm, tensor, tensor, axis)
                                     : dnnl_eltwise_forward_desc_init(&eltwise, dnnl_forward_inference,
                                                                      o->algorithm, tensor, 0, 0);
  if (status) return status;
  dnnl_primitive_desc_t desc;
  status = dnnl_primitive_desc_create(&desc, o->has_axis ? (const_dnnl_op_desc_t)&softmax : &eltwise, NULL,
                                      engine, NULL);
  if (status) return status;
  status = dnnl_primitive_create(primitive, desc);
  dnnl_primitive_desc_destroy(desc);
  return status;
}

static dnnl_status_t execute(dnnl_primitive_t primitive, const dnnl_memory_desc_t *tensor, void *in, void *out) {
  dnnl_memory_t src, dst;
  dnnl_status_t status = dnnl_memory_create(&src, tensor, engine, in);
  if (status) return status;
  status = dnnl_memory_create(&dst, tensor, engine, out);
  if (!status) {
    dnnl_exec_arg_t arguments[] = {{DNNL_ARG_SRC, src}, {DNNL_ARG_DST, dst}};
    status = dnnl_primitive_execute(primitive, stream, 2, arguments);
    if (!status) status = dnnl_stream_wait(stream);
    dnnl_memory_destroy(dst);
  }
  dnnl_memory_destroy(src);
  return status;
}

// Any number of dimensions is read; more than oneDNN can have are refused.
static JsonNode *tensor_of(JsonObject *input, const DType *dtype, dnnl_memory_desc_t *tensor, size_t *count) {
  JsonArray *shape = json_object_get_array_member(input, "shape");
  guint rank = json_array_get_length(shape);
  dnnl_dims_t dims, strides;
  if (rank > DNNL_MAX_NDIMS) return says("unsupported", "reason", "oneDNN has no tensors of that rank", NULL);
  *count = 1;
  for (guint i = rank; i-- > 0;) {
    dims[i] = json_array_get_int_element(shape, i);
    strides[i] = i + 1 == rank ? 1 : strides[i + 1] * MAX(dims[i + 1], 1);
    *count *= dims[i];
  }
  dnnl_status_t status = dnnl_memory_desc_init_by_strides(tensor, rank, dims, dtype->type, strides);
  return status ? trouble("dnnl_memory_desc_init_by_strides", status) : NULL;
}

// A float of a recorded request, which round-trips in its dtype, or the word for one that isn't finite.
static void put(void *out, size_t i, const DType *dtype, JsonNode *value) {
  gboolean is_word = json_node_get_value_type(value) == G_TYPE_STRING;
  double v = is_word ? g_ascii_strtod(json_node_get_string(value), NULL) : json_node_get_double(value);
  float single = (float)v;
  guint32 bits;
  memcpy(&bits, &single, sizeof bits);
  if (dtype->type == dnnl_f32) ((float *)out)[i] = single;
  if (dtype->type == dnnl_f16) ((_Float16 *)out)[i] = (_Float16)v;
  if (dtype->type == dnnl_bf16) ((guint16 *)out)[i] = (bits + 0x7fff + (bits >> 16 & 1)) >> 16;
}

// The elements of the tensor, little-endian as on the machines that oneDNN is for; NULL where their
// number isn't that of the shape.
static void *elements_of(JsonObject *input, const DType *dtype, size_t count) {
  if (json_object_has_member(input, "bits")) {
    gsize length;
    guchar *bits = g_base64_decode(json_object_get_string_member(input, "bits"), &length);
    if (length == count * dtype->size) return bits;
    g_free(bits);
    return NULL;
  }
  JsonArray *values = json_object_get_array_member(input, "values");
  if (!values || json_array_get_length(values) != count) return NULL;
  void *out = g_malloc0(count * dtype->size + 1);
  for (size_t i = 0; i < count; i++) put(out, i, dtype, json_array_get_element(values, i));
  return out;
}

static JsonNode *output(JsonObject *input, const DType *dtype, const void *elements, size_t count) {
  g_autofree char *bits = g_base64_encode(elements, count * dtype->size);
  JsonNode *answer = says("output", "dtype", dtype->name, NULL);
  JsonObject *tensor = json_object_get_object_member(json_node_get_object(answer), "output");
  json_object_set_member(tensor, "shape", json_node_copy(json_object_get_member(input, "shape")));
  json_object_set_string_member(tensor, "bits", bits);
  return answer;
}

// oneDNN's answer for the only input of a forward primitive.
static JsonNode *computed(const Operation *o, JsonObject *input, const DType *dtype, JsonNode *axis) {
  dnnl_memory_desc_t tensor;
  size_t count = 0;
  JsonNode *answer = tensor_of(input, dtype, &tensor, &count);
  if (answer) return answer;
  // oneDNN has no default: without an axis it is the last one, as the specification says.
  gint64 wanted = axis ? json_node_get_int(axis) : tensor.ndims - 1;
  dnnl_primitive_t primitive;
  dnnl_status_t status = primitive_of(o, &tensor, (int)CLAMP(wanted, G_MININT, G_MAXINT), &primitive);
  if (status) return trouble("the primitive's descriptor", status);
  g_autofree void *in = elements_of(input, dtype, count);
  g_autofree void *out = g_malloc0(count * dtype->size + 1);
  status = count && !in ? dnnl_invalid_arguments : execute(primitive, &tensor, in, out);
  dnnl_primitive_destroy(primitive);
  return status ? trouble("the primitive", status) : output(input, dtype, out, count);
}

static JsonNode *answer_to(JsonObject *request) {
  const Operation *o = operation_of(json_object_get_string_member(request, "operation"));
  if (!o) return refused("unknown_operation", "no such operation");
  JsonObject *inputs = json_object_get_object_member(request, "inputs");
  if (!inputs || !json_object_has_member(inputs, "logits")) return refused("missing_input", "logits are missing");
  if (json_object_get_size(inputs) > 1) return refused("other", "an input beside logits");
  JsonNode *axis = NULL;
  if (json_object_has_member(request, "attributes")) {
    JsonObject *attributes = json_object_get_object_member(request, "attributes");
    axis = o->has_axis ? json_object_get_member(attributes, "axis") : NULL;
    if (json_object_get_size(attributes) != (axis ? 1 : 0))
      return refused("invalid_attribute", "an attribute beside axis");
    if (axis && json_node_get_value_type(axis) != G_TYPE_INT64)
      return refused("invalid_attribute", "axis is no integer");
  }
  JsonObject *logits = json_object_get_object_member(inputs, "logits");
  const DType *dtype = dtype_of(json_object_get_string_member(logits, "dtype"));
  return dtype ? computed(o, logits, dtype, axis) : refused("invalid_dtype", "oneDNN has no such float");
}

// Whether oneDNN makes a primitive of it on this machine.
static gboolean offers(const Operation *o, const DType *dtype) {
  dnnl_memory_desc_t tensor;
  dnnl_primitive_t primitive;
  dnnl_memory_desc_init_by_tag(&tensor, 2, (dnnl_dims_t){2, 3}, dtype->type, dnnl_ab);
  if (primitive_of(o, &tensor, 1, &primitive)) return FALSE;
  dnnl_primitive_destroy(primitive);
  return TRUE;
}

static JsonNode *description(void) {
  const dnnl_version_t *v = dnnl_version();
  g_autofree char *version = g_strdup_printf("%d.%d.%d", v->major, v->minor, v->patch);
  JsonNode *answer = says("description", "name", "onednn", NULL);
  JsonObject *described = json_object_get_object_member(json_node_get_object(answer), "description");
  json_object_set_string_member(described, "version", version);
  json_object_set_string_member(described, "language", "c");
  json_object_set_string_member(described, "url", "https://github.com/oneapi-src/oneDNN");
  json_object_set_string_member(described, "encoding", "bits");
  JsonObject *operations = json_object_new();
  for (gsize i = 0; i < G_N_ELEMENTS(OPERATIONS); i++) {
    JsonArray *dtypes = json_array_new();
    for (gsize k = 0; k < G_N_ELEMENTS(DTYPES); k++)
      if (offers(&OPERATIONS[i], &DTYPES[k])) json_array_add_string_element(dtypes, DTYPES[k].name);
    JsonObject *operation = json_object_new();
    json_object_set_array_member(operation, "dtypes", dtypes);
    json_object_set_object_member(operations, OPERATIONS[i].name, operation);
  }
  json_object_set_object_member(described, "operations", operations);
  return answer;
}

static void answer_line(const char *line, JsonParser *parser) {
  if (!json_parser_load_from_data(parser, line, -1, NULL)) g_error("no JSON: %.200s", line);
  JsonObject *request = json_node_get_object(json_parser_get_root(parser));
  g_autoptr(JsonNode) answer =
      json_object_has_member(request, "describe") ? description() : answer_to(request);
  json_object_set_int_member(json_node_get_object(answer), "id", json_object_get_int_member(request, "id"));
  g_autofree char *text = json_to_string(answer, FALSE);
  puts(text);
  fflush(stdout);
}

int main(void) {
  if (dnnl_engine_create(&engine, dnnl_cpu, 0) || dnnl_stream_create(&stream, engine, dnnl_stream_default_flags))
    g_error("oneDNN has no engine on this CPU");
  g_autoptr(JsonParser) parser = json_parser_new();
  g_autofree char *line = NULL;
  size_t room = 0;
  while (getline(&line, &room, stdin) > 0) answer_line(line, parser);
  return 0;
}
