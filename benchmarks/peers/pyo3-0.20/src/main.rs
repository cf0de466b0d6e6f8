//! PyO3 0.20, the last one without `Bound`: references belong to a pool and live as long as it does. A loop nests a pool
//! for each block of operations, as its guide on memory recommends, and none within a container's million.

#[path = "../../rust/protocol.rs"]
mod protocol;

use protocol::{ascii, eight_threads, keys, print_peak, russian, Peer, MILLION};
use pyo3::buffer::PyBuffer;
use pyo3::exceptions::PyValueError;
use pyo3::ffi;
use pyo3::intern;
use pyo3::prelude::*;
use pyo3::types::{PyCFunction, PyDict, PyFloat, PyList, PyLong, PySet, PyString, PyTuple};
use std::ffi::c_int;
use std::hint::black_box;
use std::time::Instant;

type Any = Py<PyAny>;

#[pyfunction]
fn throws() -> PyResult<()> {
    Err(PyValueError::new_err("no"))
}

#[pyfunction]
fn increment(argument: i64) -> i64 {
    argument + 1
}

#[pyfunction]
fn negative(argument: i64) -> i64 {
    -argument
}

#[pyclass]
struct Counter {
    value: i64,
}

#[pymethods]
impl Counter {
    #[new]
    fn new(value: i64) -> Self {
        Counter { value }
    }

    fn increment(&self, argument: i64) -> i64 {
        argument + self.value
    }
}

/// What lends its memory to NumPy.
#[pyclass(frozen)]
struct Data {
    values: Vec<f64>,
}

#[pymethods]
impl Data {
    unsafe fn __getbuffer__(slf: PyRef<'_, Self>, view: *mut ffi::Py_buffer, flags: c_int) -> PyResult<()> {
        let values = &slf.values;
        let filled = ffi::PyBuffer_FillInfo(
            view,
            slf.as_ptr(),
            values.as_ptr() as *mut _,
            (values.len() * 8) as isize,
            1,
            flags,
        );
        if filled < 0 {
            return Err(PyErr::fetch(slf.py()));
        }
        Ok(())
    }
}

fn main() {
    pyo3::prepare_freethreaded_python();
    if std::env::args()
        .nth(1)
        .is_some_and(|argument| argument == "start")
    {
        Python::with_gil(|py| {
            if py.eval("1 + 1", None, None).unwrap().extract::<i64>().unwrap() == 2 {
                print_peak();
            }
        });
        return;
    }
    let mut peer = Peer::default();
    Python::with_gil(|py| {
        references(&mut peer, py);
        values(&mut peer, py);
        calls(&mut peer, py);
        containers(&mut peer, py);
        errors_and_callbacks(&mut peer, py);
        buffers(&mut peer, py);
    });
    threads(&mut peer);
    let version = Python::with_gil(|py| py.version().to_owned())
        .split(' ')
        .next()
        .unwrap()
        .to_owned();
    peer.serve(&format!("PyO3 0.20.3, CPython {version}"));
}

fn get(py: Python<'_>, name: &str) -> Any {
    py.import("workload").unwrap().getattr(name).unwrap().into()
}

fn eval(py: Python<'_>, expression: &str) -> Any {
    let globals = py.import("workload").unwrap().dict();
    py.eval(expression, Some(globals), None).unwrap().into()
}

/// A workload on a thread that is attached around its loop, with one object.
fn attached(
    peer: &mut Peer,
    name: &'static str,
    units: i64,
    object: Any,
    body: impl for<'py> Fn(Python<'py>, &'py PyAny, i64) + 'static,
) {
    // All keys of the dict; containers of a million are a block each.
    let block = if units > 1 {
        1
    } else if name.starts_with("dict-") {
        100_000
    } else {
        10_000
    };
    peer.measure(name, units, move |n| {
        Python::with_gil(|py| {
            let mut left = n;
            while left > 0 {
                // SAFETY: no reference leaves its block.
                let pool = unsafe { py.new_pool() };
                body(pool.python(), object.as_ref(pool.python()), left.min(block));
                left -= block;
            }
        });
    });
}

fn references(peer: &mut Peer, py: Python<'_>) {
    let thing = eval(py, "Thing()");
    peer.measure("attach", 1, |n| {
        for _ in 0..n {
            Python::with_gil(|py| {
                black_box(py);
            });
        }
    });
    attached(peer, "attach-nested", 1, thing.clone_ref(py), |_, _, n| {
        for _ in 0..n {
            Python::with_gil(|py| {
                black_box(py);
            });
        }
    });
    attached(peer, "reference", 1, thing.clone_ref(py), |_, object, n| {
        for _ in 0..n {
            black_box(Py::<PyAny>::from(object).into_ref(object.py()));
        }
    });
    peer.value("reference-bytes", (2 * std::mem::size_of::<&PyAny>()) as f64);
}

/// A reference of the pool.
fn number(py: Python<'_>, value: i64) -> &PyAny {
    value.to_object(py).into_ref(py)
}

fn values(peer: &mut Peer, py: Python<'_>) {
    attached(peer, "int-make", 1, py.None(), |py, _, n| {
        for i in 0..n {
            black_box(number(py, 1000 + i));
        }
    });
    attached(peer, "int-round", 1, py.None(), |py, _, n| {
        for i in 0..n {
            black_box(number(py, 1000 + i).extract::<i64>().unwrap());
        }
    });
    attached(peer, "float-make", 1, py.None(), |py, _, n| {
        for i in 0..n {
            black_box(PyFloat::new(py, i as f64 * 0.5));
        }
    });
    attached(
        peer,
        "int-read",
        1,
        eval(py, "[1000 + i for i in range(64)]"),
        |_, list, n| {
            let ints: Vec<&PyAny> = list.extract().unwrap();
            for i in 0..n {
                black_box(ints[i as usize & 63].extract::<i64>().unwrap());
            }
        },
    );
    attached(
        peer,
        "float-read",
        1,
        eval(py, "[i / 2 for i in range(64)]"),
        |_, list, n| {
            let floats: Vec<&PyAny> = list.extract().unwrap();
            for i in 0..n {
                black_box(floats[i as usize & 63].extract::<f64>().unwrap());
            }
        },
    );
    strings(
        peer,
        py,
        "string-20-make",
        "string-20-read",
        (0..16).map(ascii).collect(),
    );
    strings(
        peer,
        py,
        "string-1000-make",
        "string-1000-read",
        (0..16).map(russian).collect(),
    );
}

fn strings(peer: &mut Peer, py: Python<'_>, make: &'static str, read: &'static str, texts: Vec<String>) {
    let list = PyList::new(py, &texts).into();
    attached(peer, make, 1, py.None(), move |py, _, n| {
        for i in 0..n {
            black_box(PyString::new(py, &texts[i as usize & 15]));
        }
    });
    attached(peer, read, 1, list, |_, list, n| {
        let strings: Vec<&PyAny> = list.extract().unwrap();
        for i in 0..n {
            black_box(strings[i as usize & 15].extract::<String>().unwrap());
        }
    });
}

fn calls(peer: &mut Peer, py: Python<'_>) {
    attached(peer, "call-0", 1, get(py, "nothing"), |_, nothing, n| {
        for _ in 0..n {
            black_box(nothing.call0().unwrap());
        }
    });
    attached(peer, "call-2", 1, get(py, "add"), |_, add, n| {
        for i in 0..n {
            black_box(add.call1((1000 + i, 2000)).unwrap().extract::<i64>().unwrap());
        }
    });
    attached(peer, "call-keywords", 1, get(py, "add"), |py, add, n| {
        for i in 0..n {
            let keywords = PyDict::new(py);
            keywords.set_item(intern!(py, "b"), 2000).unwrap();
            black_box(
                add.call((1000 + i,), Some(keywords))
                    .unwrap()
                    .extract::<i64>()
                    .unwrap(),
            );
        }
    });
    let thing = eval(py, "Thing()");
    attached(peer, "attribute-get", 1, thing.clone_ref(py), |py, thing, n| {
        for _ in 0..n {
            black_box(thing.getattr(intern!(py, "x")).unwrap().extract::<i64>().unwrap());
        }
    });
    attached(peer, "attribute-set", 1, thing, |py, thing, n| {
        for i in 0..n {
            thing.setattr(intern!(py, "x"), 1000 + i).unwrap();
        }
    });
    let list64 = eval(py, "[1000 + i for i in range(64)]");
    attached(peer, "item-get", 1, list64.clone_ref(py), |_, list, n| {
        let list = list.downcast::<PyList>().unwrap();
        for i in 0..n {
            black_box(list.get_item(i as usize & 63).unwrap().extract::<i64>().unwrap());
        }
    });
    attached(peer, "item-set", 1, list64, |_, list, n| {
        let list = list.downcast::<PyList>().unwrap();
        for i in 0..n {
            list.set_item(i as usize & 63, 1000 + i).unwrap();
        }
    });
    let names = keys();
    let filled = PyDict::new(py);
    for name in &names {
        filled.set_item(name, 1000).unwrap();
    }
    let dict: Any = filled.into();
    let more = names.clone();
    attached(peer, "dict-set", 1, dict.clone_ref(py), move |_, dict, n| {
        let dict = dict.downcast::<PyDict>().unwrap();
        for (i, key) in (0..n).zip(names.iter().cycle()) {
            dict.set_item(key, 1000 + i).unwrap();
        }
    });
    attached(peer, "dict-get", 1, dict, move |_, dict, n| {
        let dict = dict.downcast::<PyDict>().unwrap();
        for (_, key) in (0..n).zip(more.iter().cycle()) {
            black_box(dict.get_item(key).unwrap().unwrap().extract::<i64>().unwrap());
        }
    });
}

fn containers(peer: &mut Peer, py: Python<'_>) {
    let million = eval(py, "numbers(1000000)");
    attached(
        peer,
        "list-iterate",
        MILLION,
        million.clone_ref(py),
        |_, list, n| {
            for _ in 0..n {
                for item in list.downcast::<PyList>().unwrap().iter() {
                    black_box(item.extract::<i64>().unwrap());
                }
            }
        },
    );
    attached(
        peer,
        "tuple-iterate",
        MILLION,
        eval(py, "tuple(numbers(1000000))"),
        |_, tuple, n| {
            for _ in 0..n {
                for item in tuple.downcast::<PyTuple>().unwrap().iter() {
                    black_box(item.extract::<i64>().unwrap());
                }
            }
        },
    );
    attached(
        peer,
        "set-iterate",
        MILLION,
        eval(py, "set(numbers(1000000))"),
        |_, set, n| {
            for _ in 0..n {
                for item in set.downcast::<PySet>().unwrap().iter() {
                    black_box(item.extract::<i64>().unwrap());
                }
            }
        },
    );
    attached(
        peer,
        "dict-iterate",
        MILLION,
        eval(py, "{i: i for i in range(1000000)}"),
        |_, dict, n| {
            for _ in 0..n {
                for (key, value) in dict.downcast::<PyDict>().unwrap().iter() {
                    black_box(key.extract::<i64>().unwrap() + value.extract::<i64>().unwrap());
                }
            }
        },
    );
    attached(peer, "list-build", MILLION, py.None(), |py, _, n| {
        for _ in 0..n {
            let list = PyList::empty(py);
            for i in 0..MILLION {
                list.append(i).unwrap();
            }
        }
    });
    attached(peer, "dict-build", MILLION, py.None(), |py, _, n| {
        for _ in 0..n {
            let dict = PyDict::new(py);
            for i in 0..MILLION {
                dict.set_item(i, i).unwrap();
            }
        }
    });
    attached(peer, "set-build", MILLION, py.None(), |py, _, n| {
        for _ in 0..n {
            let set = PySet::empty(py).unwrap();
            for i in 0..MILLION {
                set.add(i).unwrap();
            }
        }
    });
    let longs: Vec<i64> = (0..MILLION).collect();
    let same = longs.clone();
    attached(peer, "tuple-build", MILLION, py.None(), move |py, _, n| {
        for _ in 0..n {
            black_box(PyTuple::new(py, &longs));
        }
    });
    attached(peer, "longs-to-list", MILLION, py.None(), move |py, _, n| {
        for _ in 0..n {
            black_box(PyList::new(py, &same));
        }
    });
    attached(peer, "list-to-longs", MILLION, million, |_, list, n| {
        for _ in 0..n {
            black_box(list.extract::<Vec<i64>>().unwrap());
        }
    });
    attached(peer, "ladder", 1, get(py, "LADDER"), |_, list, n| {
        let objects: Vec<&PyAny> = list.extract().unwrap();
        for i in 0..n {
            black_box(climb(&objects[i as usize % 5]));
        }
    });
}

fn climb(object: &PyAny) -> i32 {
    if object.downcast::<PyFloat>().is_ok() {
        1
    } else if object.downcast::<PyList>().is_ok() {
        2
    } else if object.downcast::<PyDict>().is_ok() {
        3
    } else if object.downcast::<PyString>().is_ok() {
        4
    } else if object.downcast::<PyLong>().is_ok() {
        5
    } else {
        0
    }
}

fn errors_and_callbacks(peer: &mut Peer, py: Python<'_>) {
    attached(peer, "error-caught", 1, get(py, "fail"), |py, fail, n| {
        for _ in 0..n {
            black_box(fail.call0().is_err_and(|e| e.is_instance_of::<PyValueError>(py)));
        }
    });
    let functions: [(&str, i64, &str, &PyCFunction); 3] = [
        ("error-thrown", 1, "catch", wrap_pyfunction!(throws, py).unwrap()),
        (
            "callback-function",
            1,
            "chain",
            wrap_pyfunction!(increment, py).unwrap(),
        ),
        (
            "callback-sorted",
            1000,
            "sort",
            wrap_pyfunction!(negative, py).unwrap(),
        ),
    ];
    for (name, units, caller, function) in functions {
        let function: Any = function.into();
        attached(peer, name, units, get(py, caller), move |_, caller, n| {
            caller.call1((&function, n)).unwrap();
        });
    }
    let counter = Py::new(py, Counter::new(1)).unwrap();
    attached(
        peer,
        "callback-method",
        1,
        get(py, "chain_method"),
        move |_, caller, n| {
            caller.call1((&counter, n)).unwrap();
        },
    );
    attached(
        peer,
        "export-construct",
        1,
        get(py, "construct"),
        |py, caller, n| {
            caller.call1((py.get_type::<Counter>(), n)).unwrap();
        },
    );
}

fn buffers(peer: &mut Peer, py: Python<'_>) {
    let data = Py::new(
        py,
        Data {
            values: (0..MILLION).map(|i| i as f64).collect(),
        },
    )
    .unwrap();
    attached(
        peer,
        "numpy-lend",
        1,
        get(py, "from_buffer"),
        move |_, from, n| {
            for _ in 0..n {
                black_box(from.call1((&data,)).unwrap());
            }
        },
    );
    let array = eval(py, "doubles(1000000)");
    attached(peer, "numpy-borrow", 1, array.clone_ref(py), |py, array, n| {
        for i in 0..n {
            let buffer = PyBuffer::<f64>::get(array).unwrap();
            black_box(buffer.as_slice(py).unwrap()[(i % MILLION) as usize].get());
        }
    });
    attached(peer, "numpy-copy", 1, array, |py, array, n| {
        for _ in 0..n {
            black_box(PyBuffer::<f64>::get(array).unwrap().to_vec(py).unwrap());
        }
    });
}

fn threads(peer: &mut Peer) {
    peer.timed("threads-8", 1, |n| {
        let nothing = Python::with_gil(|py| get(py, "nothing"));
        eight_threads(n, move |each| {
            for _ in 0..each {
                Python::with_gil(|py| black_box(nothing.call0(py).unwrap()));
            }
        })
    });
    peer.timed("drop-detached", MILLION, |n| {
        let million = Python::with_gil(|py| eval(py, "numbers(1000000)"));
        let mut took = 0;
        for _ in 0..n {
            let held: Vec<Any> = Python::with_gil(|py| million.as_ref(py).extract().unwrap());
            let start = Instant::now();
            drop(held);
            Python::with_gil(|_| ()); // which gives back what waits
            took += start.elapsed().as_nanos() as u64;
        }
        took
    });
}
