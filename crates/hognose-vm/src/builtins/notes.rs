//! Docs of the methods of built-in types: beside the tables, where they would cost every entry.

use crate::native::Note;
use crate::types::Type;

/// What is known of the attributes that a built-in type itself has.
pub fn notes(kind: Type) -> &'static [Note] {
    match kind {
        Type::Array => ARRAY,
        Type::Deque => DEQUE,
        Type::Dict => DICT,
        Type::FrozenSet => FROZEN_SET,
        Type::List => LIST,
        Type::Range => RANGE,
        Type::Set => SET,
        Type::Slice => SLICE,
        Type::Tuple => TUPLE,
        _ => &[],
    }
}

static ARRAY: &[Note] = &[
    Note::doc("append", "Append new value v to the end of the array."),
    Note::doc("byteswap", "Byteswap all items of the array."),
    Note::doc("extend", "Append items to the end of the array."),
    Note::doc("frombytes", "Appends items from the bytes-like object."),
    Note::doc("insert", "Insert a new item v into the array before position i."),
    Note::doc("pop", "Return the i-th element and delete it from the array."),
    Note::doc("reverse", "Reverse the order of the items in the array."),
    Note::doc("tobytes", "Convert the array to its machine representation."),
    Note::doc("tolist", "Convert array to an ordinary list with the same items."),
];

static DEQUE: &[Note] = &[
    Note::doc("append", "Add an element to the right side of the deque."),
    Note::doc("appendleft", "Add an element to the left side of the deque."),
    Note::doc("clear", "Remove all elements from the deque."),
    Note::doc("extend", "Extend the right side of the deque with elements from the iterable."),
    Note::doc("extendleft", "Extend the left side of the deque with elements from the iterable."),
    Note::doc("insert", "Insert object before index."),
    Note::doc("pop", "Remove and return the rightmost element."),
    Note::doc("popleft", "Remove and return the leftmost element."),
    Note::doc("reverse", "Reverse *IN PLACE*."),
    Note::doc("rotate", "Rotate the deque n steps to the right (default n=1)."),
];

static DICT: &[Note] = &[
    Note::doc("clear", "Remove all items from the dict."),
    Note::doc("copy", "A shallow copy of the dict."),
    Note::doc("fromkeys", "Create a new dictionary with keys from iterable and values set to value."),
    Note::doc("get", "Return the value for key if key is in the dictionary, else default."),
    Note::doc("items", "A set-like object providing a view on the dict's items."),
    Note::doc("keys", "A set-like object providing a view on the dict's keys."),
    Note::doc("pop", "Remove the key and return its value, or the default."),
    Note::doc("popitem", "Remove and return the last (key, value) pair."),
    Note::doc("setdefault", "Insert key with a value of default if key is not in the dictionary."),
    Note::doc("update", "Update the dict from a dict or iterable and keywords."),
    Note::doc("values", "An object providing a view on the dict's values."),
];

static FROZEN_SET: &[Note] = &[
    Note::doc("copy", "Return a shallow copy of a set."),
    Note::doc("isdisjoint", "Return True if two sets have a null intersection."),
    Note::doc("issubset", "Report whether another set contains this set."),
    Note::doc("issuperset", "Report whether this set contains another set."),
    Note::doc("symmetric_difference", "Return the symmetric difference of two sets as a new set."),
];

static LIST: &[Note] = &[
    Note::doc("append", "Append object to the end of the list."),
    Note::doc("clear", "Remove all items from list."),
    Note::doc("copy", "Return a shallow copy of the list."),
    Note::doc("count", "Return number of occurrences of value."),
    Note::doc("extend", "Extend list by appending elements from the iterable."),
    Note::doc("index", "Return first index of value."),
    Note::doc("insert", "Insert object before index."),
    Note::doc("pop", "Remove and return item at index (default last)."),
    Note::doc("remove", "Remove first occurrence of value."),
    Note::doc("reverse", "Reverse *IN PLACE*."),
    Note::doc("sort", "Sort the list in ascending order and return None."),
];

static RANGE: &[Note] = &[
    Note::doc("count", "rangeobject.count(value) -> integer -- return number of occurrences of value"),
    Note::doc("index", "rangeobject.index(value) -> integer -- return index of value."),
];

static SET: &[Note] = &[
    Note::doc("add", "Add an element to a set."),
    Note::doc("clear", "Remove all elements from this set."),
    Note::doc("copy", "Return a shallow copy of a set."),
    Note::doc("discard", "Remove an element from a set if it is a member."),
    Note::doc("isdisjoint", "Return True if two sets have a null intersection."),
    Note::doc("issubset", "Report whether another set contains this set."),
    Note::doc("issuperset", "Report whether this set contains another set."),
    Note::doc("pop", "Remove and return an arbitrary set element."),
    Note::doc("remove", "Remove an element from a set; it must be a member."),
    Note::doc("symmetric_difference", "Return the symmetric difference of two sets as a new set."),
    Note::doc(
        "symmetric_difference_update",
        "Update a set with the symmetric difference of itself and another.",
    ),
];

static SLICE: &[Note] = &[Note::doc("indices", "S.indices(len) -> (start, stop, stride)")];

static TUPLE: &[Note] = &[
    Note::doc("count", "Return number of occurrences of value."),
    Note::doc("index", "Return first index of value."),
];
