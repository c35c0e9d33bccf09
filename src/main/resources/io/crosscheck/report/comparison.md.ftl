<#ftl output_format="Markdown">
### Crosscheck: ${first} → ${second}

${common} <#if common == 1>case<#else>cases</#if> in both reports.<#if !outcomes?has_content && !accuracy?has_content> Nothing changed.</#if>
<#if outcomes?has_content>

#### Outcomes

| case | was | is | |
|---|---|---|---|
<#list outcomes as row>
| ${row.id} | ${row.was} | ${row.is} | ${row.change} |
</#list>
</#if>
<#if accuracy?has_content>

#### Accuracy

| operation | dtype | grade was | is | worst ulp was | is | |
|---|---|---|---|---:|---:|---|
<#list accuracy as row>
| ${row.operation} | ${row.dtype} | ${row.was} | ${row.is} | ${row.worstWas} | ${row.worstIs} | ${row.change} |
</#list>
</#if>
