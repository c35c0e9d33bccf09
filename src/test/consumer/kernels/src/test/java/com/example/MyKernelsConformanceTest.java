package com.example;

import io.crosscheck.ConformanceSuite;

class MyKernelsConformanceTest extends ConformanceSuite {}
